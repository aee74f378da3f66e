-- Up Migration
-- What devices must forget.

CREATE TABLE removals (
  workspace_id text NOT NULL REFERENCES workspaces,
  mention_id text NOT NULL,
  revision bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id)
);
CREATE INDEX removals_by_revision ON removals (workspace_id, revision);
COMMENT ON TABLE removals IS 'Mentions that were deleted, so that devices delete them too.';
COMMENT ON COLUMN removals.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN removals.mention_id IS 'Id of the mention.';
COMMENT ON COLUMN removals.revision IS 'The revision of the removal.';
COMMENT ON COLUMN removals.at IS 'When.';
