-- Up Migration
-- What was done: answers to give again, and who decided what.

-- Refers to no device: only one that was let in has operations, and it was looked up a moment before.
CREATE TABLE operations (
  workspace_id text NOT NULL,
  device_id text NOT NULL,
  operation_id uuid NOT NULL,
  body_hash bytea NOT NULL,
  mention_id text,
  result json NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, device_id, operation_id)
);
-- Rows come in the order of their age, so a summary of each block range finds the old ones.
CREATE INDEX operations_by_age ON operations USING brin (workspace_id, at);
COMMENT ON TABLE operations IS 'Operations that took effect, so that a repeat gets the same answer and no second effect.';
COMMENT ON COLUMN operations.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN operations.device_id IS 'The device that sent it.';
COMMENT ON COLUMN operations.operation_id IS 'Minted by the device.';
COMMENT ON COLUMN operations.body_hash IS 'SHA-256 of name and arguments: the same id with another body is refused.';
COMMENT ON COLUMN operations.mention_id IS 'The mention that was the answer; null when the answer stands in result.';
COMMENT ON COLUMN operations.result IS 'What was answered, unless that was a mention. Never words of a post.';
COMMENT ON COLUMN operations.at IS 'When it took effect.';

-- Refers to nothing, as operations do; no member or workspace is ever deleted.
CREATE TABLE audit_log (
  workspace_id text NOT NULL,
  at timestamptz NOT NULL,
  entry_id text NOT NULL,
  member_id text,
  action text NOT NULL,
  subject text NOT NULL,
  detail json NOT NULL,
  PRIMARY KEY (workspace_id, at, entry_id)
);
CREATE INDEX audit_log_by_subject ON audit_log (workspace_id, subject, at);
COMMENT ON TABLE audit_log IS 'Who decided what. Rows are only ever added.';
COMMENT ON COLUMN audit_log.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN audit_log.at IS 'When.';
COMMENT ON COLUMN audit_log.entry_id IS 'Id of the operation, or random.';
COMMENT ON COLUMN audit_log.member_id IS 'Who; null when a rule of the server or the help desk did it.';
COMMENT ON COLUMN audit_log.action IS 'Name of the operation, or of what moved it by itself (rule.unclaimed, desk.closed).';
COMMENT ON COLUMN audit_log.subject IS 'What it was done to: id of a mention, list, invitation or member.';
COMMENT ON COLUMN audit_log.detail IS 'What a person reading the log needs besides; no words of a post.';
