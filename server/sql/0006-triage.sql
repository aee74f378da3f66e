-- Up Migration
-- What staff said of triage, and what the nights made of it.

CREATE TABLE verdicts (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  cause text NOT NULL CHECK (cause IN ('anger', 'threat', 'technical')),
  score real NOT NULL,
  sent boolean NOT NULL,
  holds boolean NOT NULL,
  source text NOT NULL CHECK (source IN ('said', 'answered')),
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, cause),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
CREATE INDEX verdicts_by_time ON verdicts (workspace_id, at);
COMMENT ON TABLE verdicts IS 'What staff said of the causes for which posts go to them; goes with the mention.';
COMMENT ON COLUMN verdicts.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN verdicts.mention_id IS 'Of which mention.';
COMMENT ON COLUMN verdicts.cause IS 'What decides the route.';
COMMENT ON COLUMN verdicts.score IS 'What triage gave it, before anybody overruled it.';
COMMENT ON COLUMN verdicts.sent IS 'Triage sent it to staff for this cause.';
COMMENT ON COLUMN verdicts.holds IS 'It was so.';
COMMENT ON COLUMN verdicts.source IS 'said by staff, or answered by staff without a correction.';
COMMENT ON COLUMN verdicts.at IS 'When.';

CREATE TABLE refits (
  workspace_id text NOT NULL REFERENCES workspaces,
  night date NOT NULL,
  thresholds json NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, night)
);
COMMENT ON TABLE refits IS 'What the nightly refit did; one for a workspace and night.';
COMMENT ON COLUMN refits.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN refits.night IS 'The day, in UTC.';
COMMENT ON COLUMN refits.thresholds IS 'For each cause: from, to, and of how many samples.';
COMMENT ON COLUMN refits.at IS 'When it was done.';
