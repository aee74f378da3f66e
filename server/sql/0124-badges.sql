-- Up Migration
-- Badges that members earned.

CREATE TABLE badges (
  workspace_id text NOT NULL,
  member_id text NOT NULL,
  badge text NOT NULL,
  at timestamptz NOT NULL,
  is_told boolean NOT NULL DEFAULT false,
  PRIMARY KEY (workspace_id, member_id, badge),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
COMMENT ON TABLE badges IS 'Badges that members earned: they stay, unless the work behind them was taken back.';
COMMENT ON COLUMN badges.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN badges.member_id IS 'Who earned it.';
COMMENT ON COLUMN badges.badge IS 'Which, see lib/schema/badges.ts.';
COMMENT ON COLUMN badges.at IS 'When the server saw that its mark was met.';
COMMENT ON COLUMN badges.is_told IS 'Whether its member knows: it is said once.';
