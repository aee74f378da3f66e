-- Up Migration
-- People come and go: who is paused or no longer a member, why somebody's level is what it is, and which devices may still come in.

ALTER TABLE members ADD COLUMN standing text NOT NULL DEFAULT 'active';
ALTER TABLE members ADD CONSTRAINT members_standing CHECK (standing IN ('active', 'paused', 'removed'));
ALTER TABLE members ADD COLUMN level_reason text;
COMMENT ON COLUMN members.name IS 'What the others see; empty once they are no longer a member.';
COMMENT ON COLUMN members.standing IS 'Whether they take part: a paused one keeps the place, a removed one is a row only because of what they wrote.';
COMMENT ON COLUMN members.level_reason IS 'Why an admin set the trust level by hand; null where nobody did.';

ALTER TABLE devices ADD COLUMN ended_at timestamptz;
ALTER TABLE devices ADD COLUMN seen_on date;
ALTER TABLE devices ADD COLUMN languages text[] NOT NULL DEFAULT '{}';
-- Of a part each: whole, they would be taken for look-ups by the primary key while the tables have no statistics.
CREATE INDEX devices_by_member ON devices (workspace_id, member_id) WHERE ended_at IS NULL;
COMMENT ON COLUMN devices.ended_at IS 'Since when its token is refused; kept for a while, so that the device can be told why.';
COMMENT ON COLUMN devices.seen_on IS 'The day on which it last asked for anything, in UTC.';
COMMENT ON COLUMN devices.languages IS 'Primary tags of what its member reads, as it last said.';

CREATE INDEX replies_by_author ON replies (workspace_id, author) WHERE author <> '';
