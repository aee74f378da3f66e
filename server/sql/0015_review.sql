-- Up Migration

ALTER TABLE invitations ADD COLUMN level smallint NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 1);
COMMENT ON COLUMN invitations.level IS 'Trust level that the one who joins begins with.';

ALTER TABLE drafts
  ADD COLUMN review_since timestamptz,
  ADD COLUMN needs smallint NOT NULL DEFAULT 0,
  ADD COLUMN needs_unlike boolean NOT NULL DEFAULT false,
  ADD COLUMN for_staff boolean NOT NULL DEFAULT false,
  ADD COLUMN reason text;
CREATE INDEX drafts_in_review ON drafts (workspace_id, review_since) WHERE status = 'in_review';
COMMENT ON COLUMN drafts.review_since IS 'Since when it waits for the next reviewer; null while it was never sent for review.';
COMMENT ON COLUMN drafts.needs IS 'Approvals that are missing.';
COMMENT ON COLUMN drafts.needs_unlike IS 'What is missing is the word of somebody unlike the author.';
COMMENT ON COLUMN drafts.for_staff IS 'No reviewer came in time: staff is asked for.';
COMMENT ON COLUMN drafts.reason IS 'Why it was last sent back; null once it is sent again.';

CREATE TABLE reviews (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  text_hash bytea NOT NULL,
  reviewer text NOT NULL,
  author text NOT NULL,
  verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected', 'suggested')),
  suggestion text,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, text_hash, reviewer),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, reviewer) REFERENCES members,
  FOREIGN KEY (workspace_id, author) REFERENCES members
);
CREATE INDEX reviews_by_reviewer ON reviews (workspace_id, reviewer);
CREATE INDEX reviews_by_author ON reviews (workspace_id, author);
COMMENT ON TABLE reviews IS 'What members said of drafts: the last word of each on each text.';
COMMENT ON COLUMN reviews.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN reviews.mention_id IS 'Of which mention''s draft.';
COMMENT ON COLUMN reviews.text_hash IS 'SHA-256 of the very text that was read: a changed draft has no reviews.';
COMMENT ON COLUMN reviews.reviewer IS 'Who said it.';
COMMENT ON COLUMN reviews.author IS 'Who wrote the draft.';
COMMENT ON COLUMN reviews.verdict IS 'Would post it, sent it back, or would post something else.';
COMMENT ON COLUMN reviews.suggestion IS 'What the reviewer would post instead.';
COMMENT ON COLUMN reviews.at IS 'When.';
