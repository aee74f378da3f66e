-- Up Migration
-- Published answers that somebody else looks at again.

CREATE TABLE second_looks (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  author text NOT NULL,
  since timestamptz NOT NULL,
  asked text[] NOT NULL DEFAULT '{}',
  asked_at timestamptz,
  looker text,
  verdict text,
  reason text,
  at timestamptz,
  ending text,
  ended_by text,
  url text,
  PRIMARY KEY (workspace_id, mention_id),
  CONSTRAINT second_looks_verdict CHECK (verdict IN ('helpful', 'somewhat', 'no', 'wrong')),
  CONSTRAINT second_looks_ending CHECK (ending IN ('corrected', 'deleted', 'right')),
  CONSTRAINT second_looks_said CHECK ((verdict IS NULL) = (looker IS NULL) AND (verdict IS NULL) = (at IS NULL) AND (reason IS NULL OR verdict = 'wrong')),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, author) REFERENCES members,
  FOREIGN KEY (workspace_id, looker) REFERENCES members,
  FOREIGN KEY (workspace_id, ended_by) REFERENCES members
);
CREATE INDEX second_looks_waiting ON second_looks (workspace_id, since) WHERE verdict IS NULL;
CREATE INDEX second_looks_wrong ON second_looks (workspace_id, author) WHERE verdict = 'wrong' AND ending IS NULL;
CREATE INDEX second_looks_said_at ON second_looks (workspace_id, at) WHERE verdict IS NOT NULL;
COMMENT ON TABLE second_looks IS 'The share of published answers that somebody else looks at again, drawn when the answer is recorded.';
COMMENT ON COLUMN second_looks.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN second_looks.mention_id IS 'The answer to which mention.';
COMMENT ON COLUMN second_looks.author IS 'Whose answer.';
COMMENT ON COLUMN second_looks.since IS 'When it was recorded.';
COMMENT ON COLUMN second_looks.asked IS 'Members who were asked for a word, few at a time.';
COMMENT ON COLUMN second_looks.asked_at IS 'When the last of them were; null while nobody was.';
COMMENT ON COLUMN second_looks.looker IS 'Who said the word; null while nobody did.';
COMMENT ON COLUMN second_looks.verdict IS 'What they found.';
COMMENT ON COLUMN second_looks.reason IS 'Why it is wrong.';
COMMENT ON COLUMN second_looks.at IS 'When they said so.';
COMMENT ON COLUMN second_looks.ending IS 'What became of an answer that was found wrong; null while it stands as it is.';
COMMENT ON COLUMN second_looks.ended_by IS 'Who said that.';
COMMENT ON COLUMN second_looks.url IS 'Where what was put right stands.';

-- People outside, whose thanks count as well, are no members: their word is kept under the empty id.
ALTER TABLE ratings DROP CONSTRAINT ratings_workspace_id_rater_fkey;
COMMENT ON COLUMN ratings.rater IS 'Who rated it; empty: the author of the post that it answers.';
