-- Up Migration
-- Trust levels by evidence: what reviewers found of somebody's answers, also after the posts are gone, and how the level follows it.

ALTER TABLE members ADD COLUMN evidence jsonb;
ALTER TABLE members ADD COLUMN faltering_since timestamptz;
COMMENT ON COLUMN members.level_reason IS 'Why an admin set the trust level by hand; null where it follows the evidence.';
COMMENT ON COLUMN members.evidence IS 'What others found of their answers lately, as it was last counted; null while nobody rated any.';
COMMENT ON COLUMN members.faltering_since IS 'Since when the evidence is below what the level asks for; null while it is not.';

CREATE TABLE ratings (
  workspace_id text NOT NULL,
  author text NOT NULL,
  item bytea NOT NULL,
  rater text NOT NULL,
  value real NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, author, item, rater),
  CONSTRAINT ratings_value CHECK (value BETWEEN 0 AND 1),
  FOREIGN KEY (workspace_id, author) REFERENCES members,
  FOREIGN KEY (workspace_id, rater) REFERENCES members
);
CREATE INDEX ratings_by_age ON ratings (workspace_id, at);
COMMENT ON TABLE ratings IS 'The last word of each reviewer on each answer whose post is gone, without a word of either.';
COMMENT ON COLUMN ratings.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN ratings.author IS 'Whose answer.';
COMMENT ON COLUMN ratings.item IS 'SHA-256 of the mention''s id: which answers are the same one, and not to which post.';
COMMENT ON COLUMN ratings.rater IS 'Who rated it.';
COMMENT ON COLUMN ratings.value IS '1 good, 0.5 good with changes, 0 not good.';
COMMENT ON COLUMN ratings.at IS 'When.';
