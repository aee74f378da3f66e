-- Up Migration
-- One community of a brand. Every key of every table begins with workspace_id and nothing is numbered across workspaces, so that the tables can be
-- spread over machines by it.

CREATE TABLE workspaces (
  workspace_id text PRIMARY KEY,
  name text NOT NULL,
  disclosure text NOT NULL,
  settings jsonb NOT NULL,
  epoch text NOT NULL,
  counter bigint NOT NULL,
  lowest bigint NOT NULL DEFAULT 0,
  revision bigint NOT NULL,
  calibration jsonb,
  scored_version bigint NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE workspaces IS 'One brand''s community.';
COMMENT ON COLUMN workspaces.workspace_id IS 'Short random id; also the beginning of every invitation code and device token.';
COMMENT ON COLUMN workspaces.name IS 'What people call it.';
COMMENT ON COLUMN workspaces.disclosure IS 'Said in every reply of a member: the tie to the brand.';
COMMENT ON COLUMN workspaces.settings IS 'What the workspace set differently from the defaults.';
COMMENT ON COLUMN workspaces.epoch IS 'Random; replaced when a backup is restored, so that devices start over.';
COMMENT ON COLUMN workspaces.counter IS 'The last revision given out. Raised as the last lock of a transaction, so that revisions become visible in their order.';
COMMENT ON COLUMN workspaces.lowest IS 'Removals up to this revision are forgotten: a device that stands before it starts over.';
COMMENT ON COLUMN workspaces.revision IS 'The revision at which this row changed for the devices.';
COMMENT ON COLUMN workspaces.calibration IS 'How often triage was right, as published to the devices; null until staff said something.';
COMMENT ON COLUMN workspaces.scored_version IS 'Version of the triage settings by which the posts that wait are scored.';
COMMENT ON COLUMN workspaces.created_at IS 'When it was made.';
