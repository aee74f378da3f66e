-- Up Migration
-- What authors ask on the public page of a workspace.

CREATE TABLE data_requests (
  workspace_id text NOT NULL REFERENCES workspaces,
  request_id text NOT NULL,
  site text NOT NULL,
  author text NOT NULL,
  note text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, request_id)
);
CREATE INDEX data_requests_by_time ON data_requests (workspace_id, at);
COMMENT ON TABLE data_requests IS 'Authors who ask to be erased and kept out, as they wrote it on the public page; waits for an admin.';
COMMENT ON COLUMN data_requests.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN data_requests.request_id IS 'Random.';
COMMENT ON COLUMN data_requests.site IS 'The social site.';
COMMENT ON COLUMN data_requests.author IS 'Handle or link, as it was written.';
COMMENT ON COLUMN data_requests.note IS 'How it can be checked that it is them, in their words.';
COMMENT ON COLUMN data_requests.at IS 'When it was asked.';
