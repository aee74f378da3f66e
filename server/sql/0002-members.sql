-- Up Migration
-- Who takes part: people, their devices, and the ways in.

CREATE TABLE members (
  workspace_id text NOT NULL REFERENCES workspaces,
  member_id text NOT NULL,
  name text NOT NULL,
  role text NOT NULL CHECK (role IN ('advocate', 'staff', 'admin')),
  level smallint NOT NULL CHECK (level BETWEEN 0 AND 3),
  revision bigint NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, member_id)
);
CREATE INDEX members_by_revision ON members (workspace_id, revision);
COMMENT ON TABLE members IS 'People of a workspace.';
COMMENT ON COLUMN members.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN members.member_id IS 'Random id.';
COMMENT ON COLUMN members.name IS 'What the others see.';
COMMENT ON COLUMN members.role IS 'What they may do.';
COMMENT ON COLUMN members.level IS 'Trust level.';
COMMENT ON COLUMN members.revision IS 'The revision of the last change.';
COMMENT ON COLUMN members.created_at IS 'When they joined.';

CREATE TABLE devices (
  workspace_id text NOT NULL,
  token_hash bytea NOT NULL,
  device_id text NOT NULL,
  member_id text NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, token_hash),
  UNIQUE (workspace_id, device_id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
COMMENT ON TABLE devices IS 'Installed extensions that joined.';
COMMENT ON COLUMN devices.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN devices.token_hash IS 'SHA-256 of the token''s 256 secret bits; the token itself is only on the device.';
COMMENT ON COLUMN devices.device_id IS 'Random id.';
COMMENT ON COLUMN devices.member_id IS 'Who uses it.';
COMMENT ON COLUMN devices.created_at IS 'When it joined.';

CREATE TABLE invitations (
  workspace_id text NOT NULL REFERENCES workspaces,
  invitation_id text NOT NULL,
  code_hash bytea NOT NULL,
  role text NOT NULL CHECK (role IN ('advocate', 'staff', 'admin')),
  level smallint NOT NULL DEFAULT 0 CHECK (level BETWEEN 0 AND 1),
  created_by text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_by text,
  join_hash bytea,
  PRIMARY KEY (workspace_id, invitation_id),
  UNIQUE (workspace_id, code_hash),
  FOREIGN KEY (workspace_id, created_by) REFERENCES members,
  FOREIGN KEY (workspace_id, used_by) REFERENCES members
);
COMMENT ON TABLE invitations IS 'Single-use ways in.';
COMMENT ON COLUMN invitations.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN invitations.invitation_id IS 'Id of the operation that made it, or random.';
COMMENT ON COLUMN invitations.code_hash IS 'SHA-256 of the code''s 130 secret bits; the code itself is shown once and never stored.';
COMMENT ON COLUMN invitations.role IS 'What the one who joins becomes.';
COMMENT ON COLUMN invitations.level IS 'Trust level that the one who joins begins with.';
COMMENT ON COLUMN invitations.created_by IS 'The admin who made it; null when the server did.';
COMMENT ON COLUMN invitations.created_at IS 'When it was made.';
COMMENT ON COLUMN invitations.expires_at IS 'From then on it is refused.';
COMMENT ON COLUMN invitations.used_by IS 'The member who joined by it; null while it can be used.';
COMMENT ON COLUMN invitations.join_hash IS 'SHA-256 of the id that the device minted for its joining: the same device may ask again when the answer was lost.';
