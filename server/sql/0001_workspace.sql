-- Up Migration
-- Every key begins with workspace_id and nothing is numbered across workspaces, so that the tables can be spread over machines by it.

CREATE TABLE workspaces (
  workspace_id text PRIMARY KEY,
  name text NOT NULL,
  disclosure text NOT NULL,
  settings jsonb NOT NULL,
  epoch text NOT NULL,
  counter bigint NOT NULL,
  revision bigint NOT NULL,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE workspaces IS 'One brand''s community.';
COMMENT ON COLUMN workspaces.workspace_id IS 'Short random id; also the beginning of every invitation code and device token.';
COMMENT ON COLUMN workspaces.name IS 'What people call it.';
COMMENT ON COLUMN workspaces.disclosure IS 'Said in every reply of a member: the tie to the brand.';
COMMENT ON COLUMN workspaces.settings IS 'What the workspace set differently from the defaults.';
COMMENT ON COLUMN workspaces.epoch IS 'Random; replaced when a backup is restored, so that devices start over.';
COMMENT ON COLUMN workspaces.counter IS 'The last revision given out. Raised as the last lock of a transaction, so that revisions become visible in their order.';
COMMENT ON COLUMN workspaces.revision IS 'The revision at which this row changed for the devices.';
COMMENT ON COLUMN workspaces.created_at IS 'When it was made.';

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
COMMENT ON COLUMN members.workspace_id IS 'Whose it is.';
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
COMMENT ON COLUMN devices.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN devices.token_hash IS 'SHA-256 of the token''s 256 secret bits; the token itself is only on the device.';
COMMENT ON COLUMN devices.device_id IS 'Random id.';
COMMENT ON COLUMN devices.member_id IS 'Who uses it.';
COMMENT ON COLUMN devices.created_at IS 'When it joined.';

CREATE TABLE invitations (
  workspace_id text NOT NULL REFERENCES workspaces,
  invitation_id text NOT NULL,
  code_hash bytea NOT NULL,
  role text NOT NULL CHECK (role IN ('advocate', 'staff', 'admin')),
  created_by text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_by text,
  PRIMARY KEY (workspace_id, invitation_id),
  UNIQUE (workspace_id, code_hash),
  FOREIGN KEY (workspace_id, created_by) REFERENCES members,
  FOREIGN KEY (workspace_id, used_by) REFERENCES members
);
COMMENT ON TABLE invitations IS 'Single-use ways in.';
COMMENT ON COLUMN invitations.workspace_id IS 'Where it leads.';
COMMENT ON COLUMN invitations.invitation_id IS 'Id of the operation that made it, or random.';
COMMENT ON COLUMN invitations.code_hash IS 'SHA-256 of the code''s 130 secret bits; the code itself is shown once and never stored.';
COMMENT ON COLUMN invitations.role IS 'What the one who joins becomes.';
COMMENT ON COLUMN invitations.created_by IS 'The admin who made it; null when the server did.';
COMMENT ON COLUMN invitations.created_at IS 'When it was made.';
COMMENT ON COLUMN invitations.expires_at IS 'From then on it is refused.';
COMMENT ON COLUMN invitations.used_by IS 'The member who joined by it; null while it can be used.';

CREATE TABLE operations (
  workspace_id text NOT NULL,
  device_id text NOT NULL,
  operation_id uuid NOT NULL,
  body_hash bytea NOT NULL,
  result json NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, device_id, operation_id),
  FOREIGN KEY (workspace_id, device_id) REFERENCES devices (workspace_id, device_id)
);
COMMENT ON TABLE operations IS 'Operations that took effect, so that a repeat gets the same answer and no second effect.';
COMMENT ON COLUMN operations.workspace_id IS 'Where it took effect.';
COMMENT ON COLUMN operations.device_id IS 'The device that sent it.';
COMMENT ON COLUMN operations.operation_id IS 'Minted by the device.';
COMMENT ON COLUMN operations.body_hash IS 'SHA-256 of name and arguments: the same id with another body is refused.';
COMMENT ON COLUMN operations.result IS 'What was answered.';
COMMENT ON COLUMN operations.at IS 'When it took effect.';

CREATE TABLE audit_log (
  workspace_id text NOT NULL REFERENCES workspaces,
  at timestamptz NOT NULL,
  entry_id text NOT NULL,
  member_id text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail json NOT NULL,
  PRIMARY KEY (workspace_id, at, entry_id),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
COMMENT ON TABLE audit_log IS 'Who decided what. Rows are only ever added.';
COMMENT ON COLUMN audit_log.workspace_id IS 'Where it happened.';
COMMENT ON COLUMN audit_log.at IS 'When.';
COMMENT ON COLUMN audit_log.entry_id IS 'Id of the operation, or random.';
COMMENT ON COLUMN audit_log.member_id IS 'Who.';
COMMENT ON COLUMN audit_log.action IS 'Name of the operation.';
COMMENT ON COLUMN audit_log.subject IS 'What it was done to: id of a mention, list, invitation or member.';
COMMENT ON COLUMN audit_log.detail IS 'What a person reading the log needs besides; no words of a post.';
