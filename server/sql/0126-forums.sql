-- Up Migration
-- The forum whose accounts may join, and who joined with one.

CREATE TABLE forums (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  address text NOT NULL,
  name text NOT NULL,
  least_trust smallint NOT NULL,
  sealed_secret bytea NOT NULL,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE forums IS 'The Discourse forum whose accounts may join; none without a row. No device hears of it.';
COMMENT ON COLUMN forums.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forums.address IS 'Where it is, without a slash at the end.';
COMMENT ON COLUMN forums.name IS 'What its members call it.';
COMMENT ON COLUMN forums.least_trust IS 'The trust level there (0 to 4) from which on an account may join.';
COMMENT ON COLUMN forums.sealed_secret IS 'The secret that the forum signs with, sealed with the server''s secret. Never synced, never logged.';
COMMENT ON COLUMN forums.updated_at IS 'Last change.';

CREATE TABLE forum_accounts (
  workspace_id text NOT NULL,
  account bigint NOT NULL,
  member_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, account),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE INDEX forum_accounts_of_member ON forum_accounts (workspace_id, member_id);
COMMENT ON TABLE forum_accounts IS 'Which account of the forum is which member. It stays with a member who was removed, so that the same account makes no new one.';
COMMENT ON COLUMN forum_accounts.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forum_accounts.account IS 'The account''s number at the forum.';
COMMENT ON COLUMN forum_accounts.member_id IS 'The member.';
COMMENT ON COLUMN forum_accounts.at IS 'When they joined with it.';

CREATE TABLE forum_answers (
  workspace_id text NOT NULL,
  nonce_hash bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, nonce_hash)
);
COMMENT ON TABLE forum_answers IS 'Sign-on answers of the forum that were used, so that none is used again.';
COMMENT ON COLUMN forum_answers.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forum_answers.nonce_hash IS 'SHA-256 of its nonce, which is good for minutes only.';
COMMENT ON COLUMN forum_answers.at IS 'When it was used.';

ALTER TABLE invitations ADD COLUMN forum_account bigint;
COMMENT ON COLUMN invitations.forum_account IS 'The account of the forum that it was made for; null: none.';
