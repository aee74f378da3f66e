-- Up Migration
-- Alerts: what members want to be told of, at which hours they are there, and who was called to what.

ALTER TABLE members ADD COLUMN alerts jsonb;
ALTER TABLE members ADD COLUMN hours smallint[];
ALTER TABLE members ADD COLUMN hour_at timestamptz;
CREATE INDEX members_alerted ON members (workspace_id) WHERE alerts IS NOT NULL;
COMMENT ON COLUMN members.alerts IS 'What they want of alerts; null: none.';
COMMENT ON COLUMN members.hours IS 'For each hour of the day (UTC) in how many they did something lately, at most 60; null: they want no alerts, or did nothing since.';
COMMENT ON COLUMN members.hour_at IS 'The hour that was counted last.';

CREATE TABLE call_waves (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  kind text NOT NULL,
  wave smallint NOT NULL,
  next_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, kind),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE call_waves IS 'How many times members were called to something.';
COMMENT ON COLUMN call_waves.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN call_waves.mention_id IS 'The mention.';
COMMENT ON COLUMN call_waves.kind IS 'To what of it: to the post, or to the draft that waits for reviewers.';
COMMENT ON COLUMN call_waves.wave IS 'How many times.';
COMMENT ON COLUMN call_waves.next_at IS 'From when on more are called, if it still waits.';

CREATE TABLE calls (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  kind text NOT NULL,
  member_id text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, kind, member_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE INDEX calls_of_member ON calls (workspace_id, member_id, at);
COMMENT ON TABLE calls IS 'Who was called to what. Only they learn of it.';
COMMENT ON COLUMN calls.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN calls.mention_id IS 'The mention.';
COMMENT ON COLUMN calls.kind IS 'To what of it, as in call_waves.';
COMMENT ON COLUMN calls.member_id IS 'Who.';
COMMENT ON COLUMN calls.at IS 'When.';
