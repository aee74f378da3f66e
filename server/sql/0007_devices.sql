-- Up Migration

ALTER TABLE invitations ADD COLUMN join_hash bytea;
COMMENT ON COLUMN invitations.join_hash IS 'SHA-256 of the id that the device minted for its joining: the same device may ask again when the answer was lost.';

-- decode(..., 'escape') gives a text's bytes as they are but for the backslash; unlike convert_to it may stand in a generated column.
ALTER TABLE mentions ADD COLUMN bucket text NOT NULL
  GENERATED ALWAYS AS (left(encode(sha256(decode(replace(mention_id, E'\\', E'\\\\'), 'escape')), 'hex'), 5)) STORED;
CREATE INDEX mentions_by_bucket ON mentions (workspace_id, bucket);
COMMENT ON COLUMN mentions.bucket IS 'First five hex digits of the id''s SHA-256: all that a device says when it asks whether a post is known.';

CREATE UNLOGGED TABLE presence (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  member_id text NOT NULL,
  doing text NOT NULL CHECK (doing IN ('looking', 'writing')),
  until timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, member_id)
);
CREATE INDEX presence_by_revision ON presence (workspace_id, revision);
COMMENT ON TABLE presence IS 'Who looks at or writes on what, for two minutes. Unlogged: a crash may lose it.';
COMMENT ON COLUMN presence.workspace_id IS 'Where.';
COMMENT ON COLUMN presence.mention_id IS 'At which mention.';
COMMENT ON COLUMN presence.member_id IS 'Who.';
COMMENT ON COLUMN presence.doing IS 'What.';
COMMENT ON COLUMN presence.until IS 'When it is over unless said again.';
COMMENT ON COLUMN presence.revision IS 'The revision of the last change; saying the same again raises none.';
