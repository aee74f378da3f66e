-- Up Migration
-- The lines of the log of decisions are a chain: each holds the hash of all that stands before it. A former server adds lines that are none of it yet; they
-- are taken in by one of this release.

ALTER TABLE audit_log ADD COLUMN seq bigint;
ALTER TABLE audit_log ADD COLUMN base bigint;
ALTER TABLE audit_log ADD COLUMN salt bytea;
ALTER TABLE audit_log ADD COLUMN digest bytea;
ALTER TABLE audit_log ADD COLUMN hash bytea;
ALTER TABLE audit_log ADD COLUMN erasure text;
CREATE UNIQUE INDEX audit_log_by_seq ON audit_log (workspace_id, seq);
COMMENT ON COLUMN audit_log.entry_id IS 'Id of the operation, or of what a rule moved, with a few random letters behind it; of lines from before the chain without these.';
COMMENT ON COLUMN audit_log.seq IS 'Its place in the chain of the workspace, from 1 on without a gap; null: not taken in yet.';
COMMENT ON COLUMN audit_log.base IS 'The last place of the chain before the lines that were added together with it.';
COMMENT ON COLUMN audit_log.salt IS 'Random; without it nobody finds out by trying what an erased line said.';
COMMENT ON COLUMN audit_log.digest IS 'What the chain holds of a line of which something was erased; null: worked out from the line.';
COMMENT ON COLUMN audit_log.hash IS 'SHA-256 of the hash at base, this place and the digests of the lines from base up to this one; see server/audit/chain.ts.';
COMMENT ON COLUMN audit_log.erasure IS 'Number of the erasure that took subject and detail out of it; null: none did.';

ALTER TABLE workspaces ADD COLUMN audit_seq bigint NOT NULL DEFAULT 0;
ALTER TABLE workspaces ADD COLUMN audit_hash bytea NOT NULL DEFAULT '';
COMMENT ON COLUMN workspaces.audit_seq IS 'The last place in the chain of the log of decisions.';
COMMENT ON COLUMN workspaces.audit_hash IS 'The hash there.';

CREATE TABLE audit_marks (
  workspace_id text NOT NULL REFERENCES workspaces,
  kind text NOT NULL,
  seq bigint NOT NULL,
  hash bytea NOT NULL,
  signature bytea NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, kind),
  CONSTRAINT audit_marks_kind CHECK (kind IN ('cut', 'head'))
);
COMMENT ON TABLE audit_marks IS 'Places in the chain of the log of decisions that the server signed.';
COMMENT ON COLUMN audit_marks.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN audit_marks.kind IS 'cut: all up to there is deleted, as its time was over; head: the end of the chain when it was last signed.';
COMMENT ON COLUMN audit_marks.seq IS 'Which place.';
COMMENT ON COLUMN audit_marks.hash IS 'The hash there.';
COMMENT ON COLUMN audit_marks.signature IS 'HMAC-SHA-256 of the three above with a key made of the server''s secret.';
COMMENT ON COLUMN audit_marks.at IS 'When it was signed.';
