-- Up Migration
-- What members say of themselves, and tokens that are exchanged now and then.

ALTER TABLE members ADD COLUMN looks text[] NOT NULL DEFAULT '{}';
ALTER TABLE members ADD COLUMN languages text[];
ALTER TABLE members ADD COLUMN topics text[] NOT NULL DEFAULT '{}';
ALTER TABLE members ADD COLUMN away_until timestamptz;
COMMENT ON COLUMN members.looks IS 'What the name looks like, in letter case as written and in small letters; none: not worked out yet.';
COMMENT ON COLUMN members.languages IS 'Primary tags of the languages that they answer in, as they said; null: as each of their browsers says.';
COMMENT ON COLUMN members.topics IS 'Labels of keywords whose posts they know much about, as they said.';
COMMENT ON COLUMN members.away_until IS 'Until when they take a break; infinity: until they say so. Null, or past: they are there.';

ALTER TABLE devices ADD COLUMN token_at timestamptz;
ALTER TABLE devices ADD COLUMN next_hash bytea;
ALTER TABLE devices ADD COLUMN next_salt bytea;
CREATE UNIQUE INDEX devices_by_next ON devices (workspace_id, next_hash) WHERE next_hash IS NOT NULL;
COMMENT ON COLUMN devices.token_at IS 'Since when the present token is used; null: since the device joined.';
COMMENT ON COLUMN devices.next_hash IS 'SHA-256 of the next token''s 256 secret bits, from when it is offered until it is used for the first time.';
COMMENT ON COLUMN devices.next_salt IS 'What the next token is worked out with from the present one, so that each answer offers the same.';
