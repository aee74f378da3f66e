-- Up Migration
-- What is taken over from the forum every night: answers that solved a topic, and how far it trusts its accounts.

ALTER TABLE forums ADD COLUMN takes_topics boolean NOT NULL DEFAULT false;
ALTER TABLE forums ADD COLUMN sealed_key bytea;
COMMENT ON COLUMN forums.takes_topics IS 'Whether answers that solved a topic become knowledge.';
COMMENT ON COLUMN forums.sealed_key IS 'Key of the forum''s API, sealed as the secret; null: no accounts are taken over.';

ALTER TABLE knowledge ADD COLUMN answered_at timestamptz;
COMMENT ON COLUMN knowledge.answered_at IS 'When the answer was given that was taken over from the forum; null: the item is the workspace''s own.';

CREATE TABLE forum_runs (
  workspace_id text PRIMARY KEY,
  number integer NOT NULL,
  stage text,
  page integer NOT NULL,
  began_at timestamptz NOT NULL,
  ended_at timestamptz,
  next_at timestamptz NOT NULL,
  failures integer NOT NULL,
  problem text,
  status integer
);
COMMENT ON TABLE forum_runs IS 'How far the taking over from the forum is, and how it went last.';
COMMENT ON COLUMN forum_runs.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forum_runs.number IS 'Which time it is.';
COMMENT ON COLUMN forum_runs.stage IS 'What is read now: accounts, topics, answers; null: nothing until the next time.';
COMMENT ON COLUMN forum_runs.page IS 'The page of it that comes next.';
COMMENT ON COLUMN forum_runs.began_at IS 'When this time began.';
COMMENT ON COLUMN forum_runs.ended_at IS 'When the last time ended that went through; null: none did.';
COMMENT ON COLUMN forum_runs.next_at IS 'Not before.';
COMMENT ON COLUMN forum_runs.failures IS 'Calls that failed in a row.';
COMMENT ON COLUMN forum_runs.problem IS 'Why the last one did; null: it did not.';
COMMENT ON COLUMN forum_runs.status IS 'HTTP status of that answer.';

CREATE TABLE forum_people (
  workspace_id text NOT NULL,
  account bigint NOT NULL,
  trust smallint NOT NULL,
  seen integer NOT NULL,
  PRIMARY KEY (workspace_id, account)
);
COMMENT ON TABLE forum_people IS 'The accounts that the forum has, each a way in for who signs in with it.';
COMMENT ON COLUMN forum_people.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forum_people.account IS 'The account''s number at the forum.';
COMMENT ON COLUMN forum_people.trust IS 'How far the forum trusts it, 0 to 4.';
COMMENT ON COLUMN forum_people.seen IS 'In which run it was there last.';

CREATE TABLE forum_topics (
  workspace_id text NOT NULL,
  topic bigint NOT NULL,
  version text NOT NULL,
  read_at timestamptz,
  taken boolean NOT NULL DEFAULT false,
  seen integer NOT NULL,
  PRIMARY KEY (workspace_id, topic)
);
CREATE INDEX forum_topics_to_read ON forum_topics (workspace_id, topic) WHERE read_at IS NULL;
COMMENT ON TABLE forum_topics IS 'The solved topics of the forum, of which each becomes a knowledge item once.';
COMMENT ON COLUMN forum_topics.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN forum_topics.topic IS 'The topic''s number at the forum.';
COMMENT ON COLUMN forum_topics.version IS 'What the forum''s list said of it: another text means that something was written there.';
COMMENT ON COLUMN forum_topics.read_at IS 'When its answer was read last; null: it is to be read.';
COMMENT ON COLUMN forum_topics.taken IS 'Whether it became an item once: one that was taken out here does not come back.';
COMMENT ON COLUMN forum_topics.seen IS 'In which run it was there last.';
