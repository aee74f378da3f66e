-- Up Migration
-- What keyword lists were before.

CREATE TABLE list_versions (
  workspace_id text NOT NULL,
  list_id text NOT NULL,
  version integer NOT NULL,
  name text NOT NULL,
  negative boolean NOT NULL,
  removed boolean NOT NULL,
  entries json NOT NULL,
  size integer NOT NULL,
  member_id text,
  restored integer,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, list_id, version),
  FOREIGN KEY (workspace_id, list_id) REFERENCES keyword_lists ON DELETE CASCADE
);
CREATE INDEX list_versions_of_member ON list_versions (workspace_id, member_id) WHERE member_id IS NOT NULL;
COMMENT ON TABLE list_versions IS 'The latest versions of each keyword list, that which is live among them. None is ever changed, but for a name that is forgotten.';
COMMENT ON COLUMN list_versions.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN list_versions.list_id IS 'Of which list.';
COMMENT ON COLUMN list_versions.version IS 'Which version of it.';
COMMENT ON COLUMN list_versions.name IS 'What the list was called.';
COMMENT ON COLUMN list_versions.negative IS 'Whether it left posts out.';
COMMENT ON COLUMN list_versions.removed IS 'With this version it was taken out.';
COMMENT ON COLUMN list_versions.entries IS 'Its lines.';
COMMENT ON COLUMN list_versions.size IS 'How many lines.';
COMMENT ON COLUMN list_versions.member_id IS 'Who pushed it; null: nobody who is still here, or the server''s operator.';
COMMENT ON COLUMN list_versions.restored IS 'It went back to this version; null: it did not.';
COMMENT ON COLUMN list_versions.at IS 'When.';
