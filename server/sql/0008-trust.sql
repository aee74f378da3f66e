-- Up Migration
-- What one member can do to the others: how much in an hour, whose word counts when, and what is taken back.

CREATE TABLE paces (
  workspace_id text NOT NULL,
  member_id text NOT NULL,
  kind text NOT NULL,
  hour timestamptz NOT NULL,
  done integer NOT NULL,
  before integer NOT NULL,
  refused integer NOT NULL,
  PRIMARY KEY (workspace_id, member_id, kind)
);
COMMENT ON TABLE paces IS 'How much of each kind a member did lately; a row for each, so that it never grows.';
COMMENT ON COLUMN paces.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN paces.member_id IS 'Who, whichever device they used.';
COMMENT ON COLUMN paces.kind IS 'Name of the operation or request, see lib/schema/paces.ts.';
COMMENT ON COLUMN paces.hour IS 'Beginning of the hour that is counted.';
COMMENT ON COLUMN paces.done IS 'How much in that hour; a server counts some ahead of what is frequent.';
COMMENT ON COLUMN paces.before IS 'How much in the hour before it.';
COMMENT ON COLUMN paces.refused IS 'How much of that hour was refused.';

CREATE TABLE opinions (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  member_id text NOT NULL,
  wish text NOT NULL CHECK (wish IN ('dismiss', 'route', 'reopen')),
  value text NOT NULL,
  note text,
  state text NOT NULL CHECK (state IN ('open', 'taken', 'declined')),
  at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by text,
  PRIMARY KEY (workspace_id, mention_id, member_id, wish),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
CREATE INDEX opinions_by_member ON opinions (workspace_id, member_id, at);
COMMENT ON TABLE opinions IS 'What newcomers would do with a post; it is done when a second member or staff says so too.';
COMMENT ON COLUMN opinions.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN opinions.mention_id IS 'With which mention.';
COMMENT ON COLUMN opinions.member_id IS 'Whose opinion.';
COMMENT ON COLUMN opinions.wish IS 'Set it aside, hand it to staff, or bring it back.';
COMMENT ON COLUMN opinions.value IS 'The reason, or the line of staff; empty for bringing back.';
COMMENT ON COLUMN opinions.note IS 'What staff should know.';
COMMENT ON COLUMN opinions.state IS 'open; taken: it was done; declined: staff said no.';
COMMENT ON COLUMN opinions.at IS 'When it was said.';
COMMENT ON COLUMN opinions.settled_at IS 'When it was taken or declined.';
COMMENT ON COLUMN opinions.settled_by IS 'The second member, or who of staff.';

CREATE TABLE take_backs (
  workspace_id text NOT NULL,
  take_back_id text NOT NULL,
  member_id text NOT NULL,
  since timestamptz NOT NULL,
  by text NOT NULL,
  at timestamptz NOT NULL,
  undone_at timestamptz,
  PRIMARY KEY (workspace_id, take_back_id)
);
COMMENT ON TABLE take_backs IS 'Times that a moderator took back what one member did.';
COMMENT ON COLUMN take_backs.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN take_backs.take_back_id IS 'Minted by the device of the moderator.';
COMMENT ON COLUMN take_backs.member_id IS 'Whose doings.';
COMMENT ON COLUMN take_backs.since IS 'From when on.';
COMMENT ON COLUMN take_backs.by IS 'Who took them back.';
COMMENT ON COLUMN take_backs.at IS 'When.';
COMMENT ON COLUMN take_backs.undone_at IS 'When that was undone; null: it stands.';

CREATE TABLE taken_back (
  workspace_id text NOT NULL,
  take_back_id text NOT NULL,
  mention_id text NOT NULL,
  before jsonb NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, take_back_id, mention_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE taken_back IS 'Mentions that a taking back moved, so that it can be undone where nobody went on since.';
COMMENT ON COLUMN taken_back.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN taken_back.take_back_id IS 'By which taking back.';
COMMENT ON COLUMN taken_back.mention_id IS 'Which mention.';
COMMENT ON COLUMN taken_back.before IS 'Status, route, note and their like before it.';
COMMENT ON COLUMN taken_back.revision IS 'The revision that the mention had afterwards; another one means that somebody went on.';
