-- Up Migration
-- Roles beside the first three, and who paused whom.

ALTER TABLE members DROP CONSTRAINT members_role_check;
ALTER TABLE members ADD CONSTRAINT members_role CHECK (role IN ('advocate', 'moderator', 'keyword_editor', 'analyst', 'staff', 'admin'));
ALTER TABLE invitations DROP CONSTRAINT invitations_role_check;
ALTER TABLE invitations ADD CONSTRAINT invitations_role CHECK (role IN ('advocate', 'moderator', 'keyword_editor', 'analyst', 'staff', 'admin'));

ALTER TABLE members ADD COLUMN paused_by text;
COMMENT ON COLUMN members.paused_by IS 'Who paused them; null while they are not paused, and where that was not kept.';

-- Few posts have any: whose name goes from them is looked up among these alone.
CREATE INDEX mentions_overruled ON mentions (workspace_id, mention_id) WHERE overrules <> '[]';
