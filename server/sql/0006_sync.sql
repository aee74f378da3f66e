-- Up Migration

ALTER TABLE workspaces ADD COLUMN lowest bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN workspaces.lowest IS 'Removals up to this revision are forgotten: a device that stands before it starts over.';

CREATE TABLE removals (
  workspace_id text NOT NULL REFERENCES workspaces,
  mention_id text NOT NULL,
  revision bigint NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id)
);
CREATE INDEX removals_by_revision ON removals (workspace_id, revision);
COMMENT ON TABLE removals IS 'Mentions that were deleted, so that devices delete them too.';
COMMENT ON COLUMN removals.workspace_id IS 'Whose it was.';
COMMENT ON COLUMN removals.mention_id IS 'Id of the mention.';
COMMENT ON COLUMN removals.revision IS 'The revision of the removal.';
COMMENT ON COLUMN removals.at IS 'When.';

CREATE INDEX mentions_closed ON mentions (workspace_id, waiting_since) WHERE status IN ('answered', 'dismissed', 'gone');
CREATE INDEX drafts_open ON drafts (workspace_id, author) WHERE status <> 'posted';
CREATE INDEX operations_by_age ON operations (workspace_id, at);
