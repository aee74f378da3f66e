-- Up Migration
-- Whose words they are, so that staff's stay with staff; and secrets that other systems entrust, sealed.

ALTER TABLE mentions ADD COLUMN note_by text;
COMMENT ON COLUMN mentions.note_by IS 'Who wrote the note; null when a rule or the help desk did, or from before this was kept.';

ALTER TABLE drafts ADD COLUMN of_staff boolean NOT NULL DEFAULT false;
UPDATE drafts d SET of_staff = true FROM members p
WHERE p.workspace_id = d.workspace_id AND p.member_id = d.author AND p.role <> 'advocate';
COMMENT ON COLUMN drafts.of_staff IS 'Its author worked for staff when it was written: advocates never see it.';

ALTER TABLE integrations ADD COLUMN sealed_secret bytea, ADD COLUMN hook_code text;
UPDATE integrations SET hook_code = left(encode(sha256(convert_to(secret || ' hook', 'UTF8')), 'hex'), 40);
ALTER TABLE integrations ALTER COLUMN secret DROP NOT NULL;
COMMENT ON COLUMN integrations.secret IS 'Only of a database from before secrets were sealed: the next start seals it and empties this.';
COMMENT ON COLUMN integrations.sealed_secret IS 'Key of the desk, signing secret of the webhook, or address of the chat, sealed with the server''s secret. Never synced, never logged.';
COMMENT ON COLUMN integrations.hook_code IS 'What a desk calls when a ticket changed, after the workspace''s id; made of the secret, so that nobody guesses it.';
