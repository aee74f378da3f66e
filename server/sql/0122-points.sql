-- Up Migration
-- Points for work that helped the community, line by line.

CREATE TABLE points (
  workspace_id text NOT NULL,
  member_id text NOT NULL,
  source text NOT NULL,
  item bytea NOT NULL,
  mention_id text,
  points smallint NOT NULL,
  day date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id, source, item),
  CONSTRAINT points_amount CHECK (points >= 0),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE INDEX points_by_post ON points (workspace_id, mention_id) WHERE mention_id IS NOT NULL;
COMMENT ON TABLE points IS 'What earned a member points. A line is written once and never changed, but for the post that it forgets.';
COMMENT ON COLUMN points.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN points.member_id IS 'Whose points.';
COMMENT ON COLUMN points.source IS 'What for, see lib/schema/points.ts.';
COMMENT ON COLUMN points.item IS 'SHA-256 of the mention''s id: nothing counts twice, also when the post is gone.';
COMMENT ON COLUMN points.mention_id IS 'On which mention; null once that is deleted.';
COMMENT ON COLUMN points.points IS '0 where the most of that day was reached before.';
COMMENT ON COLUMN points.day IS 'The day in the workspace''s calendar.';
COMMENT ON COLUMN points.at IS 'When what earned it happened.';
