-- Up Migration
-- Ways in: for several people, with a note, taken back, and for one more device of somebody who is a member.

ALTER TABLE invitations ADD COLUMN uses integer NOT NULL DEFAULT 1;
ALTER TABLE invitations ADD COLUMN used integer NOT NULL DEFAULT 0;
ALTER TABLE invitations ADD CONSTRAINT invitations_used CHECK (used BETWEEN 0 AND uses);
ALTER TABLE invitations ADD COLUMN languages text[] NOT NULL DEFAULT '{}';
ALTER TABLE invitations ADD COLUMN note text NOT NULL DEFAULT '';
ALTER TABLE invitations ADD COLUMN revoked_at timestamptz;
ALTER TABLE invitations ADD COLUMN for_member text;
COMMENT ON TABLE invitations IS 'Ways in, each for a number of devices.';
COMMENT ON COLUMN invitations.uses IS 'How many may join by it.';
COMMENT ON COLUMN invitations.used IS 'How many did.';
COMMENT ON COLUMN invitations.languages IS 'Primary tags of what those who join by it read; none: as their browsers say.';
COMMENT ON COLUMN invitations.note IS 'What it is for, in the words of who made it.';
COMMENT ON COLUMN invitations.revoked_at IS 'When it was taken back; null while it stands.';
COMMENT ON COLUMN invitations.for_member IS 'The member whose further device it lets in; null where it makes a new member.';

ALTER TABLE devices ADD COLUMN label text NOT NULL DEFAULT '';
COMMENT ON COLUMN devices.label IS 'Its browser and system, as it said when it joined.';

CREATE TABLE invitation_uses (
  workspace_id text NOT NULL,
  invitation_id text NOT NULL,
  device_id text NOT NULL,
  join_hash bytea,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, invitation_id, device_id),
  FOREIGN KEY (workspace_id, invitation_id) REFERENCES invitations
);
COMMENT ON TABLE invitation_uses IS 'Which device came in by which invitation.';
COMMENT ON COLUMN invitation_uses.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN invitation_uses.invitation_id IS 'The invitation.';
COMMENT ON COLUMN invitation_uses.device_id IS 'The device that joined by it.';
COMMENT ON COLUMN invitation_uses.join_hash IS 'SHA-256 of the id that the device minted for its joining: the same device may ask again when the answer was lost.';
COMMENT ON COLUMN invitation_uses.at IS 'When it joined.';

UPDATE invitations SET used = 1 WHERE used_by IS NOT NULL;
INSERT INTO invitation_uses (workspace_id, invitation_id, device_id, join_hash, at)
  SELECT i.workspace_id, i.invitation_id, d.device_id, i.join_hash, d.created_at
  FROM invitations i JOIN devices d ON d.workspace_id = i.workspace_id AND d.member_id = i.used_by;
ALTER TABLE invitations DROP COLUMN used_by, DROP COLUMN join_hash;
