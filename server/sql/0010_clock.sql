-- Up Migration

ALTER TABLE mentions ADD COLUMN warn_at timestamptz;
UPDATE mentions SET warn_at = due_at - interval '15 minutes';
ALTER TABLE mentions ALTER COLUMN warn_at SET NOT NULL;
CREATE INDEX mentions_to_warn ON mentions (workspace_id, warn_at) WHERE status IN ('open', 'claimed', 'escalated');
COMMENT ON COLUMN mentions.due_at IS 'When the first answer is due, by the workspace''s calendar; set once.';
COMMENT ON COLUMN mentions.warn_at IS 'When the clock is about to run out; set with due_at.';

ALTER TABLE audit_log ALTER COLUMN member_id DROP NOT NULL;
CREATE INDEX audit_log_by_subject ON audit_log (workspace_id, subject, at);
COMMENT ON COLUMN audit_log.member_id IS 'Who; null when a rule of the server or the help desk did it.';
COMMENT ON COLUMN audit_log.action IS 'Name of the operation, or of what moved it by itself (rule.unclaimed, desk.closed).';
