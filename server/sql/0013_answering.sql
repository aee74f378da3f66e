-- Up Migration

ALTER TABLE knowledge ADD COLUMN kinds text[] NOT NULL DEFAULT '{}', ADD COLUMN removed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN knowledge.kinds IS 'Kinds of posts that it answers; empty: all but praise.';
COMMENT ON COLUMN knowledge.removed IS 'Taken out; the row stays so that devices hear of it.';

ALTER TABLE replies ADD COLUMN disclosure text;
COMMENT ON COLUMN replies.disclosure IS 'The tie to the brand as it stood in the published words; null when it did not.';

CREATE TABLE precedents (
  workspace_id text NOT NULL REFERENCES workspaces,
  precedent_id text NOT NULL,
  lang text NOT NULL,
  kind text NOT NULL,
  asked text NOT NULL,
  source text,
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'edited', 'rejected')),
  answer text,
  at timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, precedent_id)
);
CREATE INDEX precedents_by_revision ON precedents (workspace_id, revision);
COMMENT ON TABLE precedents IS 'What posts were answered with, and what suggestions were worth. Names nobody; the latest few thousand are kept.';
COMMENT ON COLUMN precedents.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN precedents.precedent_id IS 'The mention; for a rejection the mention and the source.';
COMMENT ON COLUMN precedents.lang IS 'triage.lang of the post.';
COMMENT ON COLUMN precedents.kind IS 'triage.kind of the post.';
COMMENT ON COLUMN precedents.asked IS 'Terms of the post, without handles, links and long numbers.';
COMMENT ON COLUMN precedents.source IS 'The suggestion that it is about; null for an answer of one''s own.';
COMMENT ON COLUMN precedents.verdict IS 'Taken as it was, changed, or not taken.';
COMMENT ON COLUMN precedents.answer IS 'The reply with {author} for the name and without the disclosure; null for a rejection.';
COMMENT ON COLUMN precedents.at IS 'When.';
COMMENT ON COLUMN precedents.revision IS 'The revision of the last change.';
