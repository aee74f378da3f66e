-- Up Migration
-- Authors who are erased, and those who are not to be collected again.

CREATE TABLE erasures (
  workspace_id text NOT NULL REFERENCES workspaces,
  erasure_id text NOT NULL,
  person bytea NOT NULL,
  counts jsonb NOT NULL,
  is_listed boolean NOT NULL,
  by_member text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, erasure_id)
);
CREATE INDEX erasures_by_time ON erasures (workspace_id, at);
COMMENT ON TABLE erasures IS 'Receipts of what was erased of an author, without who that is.';
COMMENT ON COLUMN erasures.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN erasures.erasure_id IS 'The number on the receipt.';
COMMENT ON COLUMN erasures.person IS 'HMAC-SHA-256 of site and handle with the workspace''s key for persons: who asks later with the same handle is recognised, and nobody else.';
COMMENT ON COLUMN erasures.counts IS 'How many rows of each kind.';
COMMENT ON COLUMN erasures.is_listed IS 'Whether the author was put on the list of objections.';
COMMENT ON COLUMN erasures.by_member IS 'Who erased.';
COMMENT ON COLUMN erasures.at IS 'When.';

CREATE TABLE objections (
  workspace_id text NOT NULL REFERENCES workspaces,
  person bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, person)
);
COMMENT ON TABLE objections IS 'Authors whose posts are not collected: reports of them are refused.';
COMMENT ON COLUMN objections.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN objections.person IS 'Who, as in erasures.';
COMMENT ON COLUMN objections.at IS 'Since when.';

CREATE TABLE person_keys (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  sealed_key bytea NOT NULL
);
COMMENT ON TABLE person_keys IS 'The key by which authors are recognised without being named.';
COMMENT ON COLUMN person_keys.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN person_keys.sealed_key IS 'Random, sealed with the server''s secret. Never synced, never logged.';

CREATE INDEX mentions_by_author ON mentions (workspace_id, site, lower(author ->> 'handle'));
COMMENT ON INDEX mentions_by_author IS 'To find all of an author within a second.';
CREATE INDEX mentions_merged ON mentions (workspace_id, merged_into) WHERE merged_into IS NOT NULL;
