-- Up Migration
-- What answers are made of.

CREATE TABLE knowledge (
  workspace_id text NOT NULL REFERENCES workspaces,
  item_id text NOT NULL,
  lang text NOT NULL,
  title text NOT NULL,
  topics text[] NOT NULL,
  kinds text[] NOT NULL DEFAULT '{}',
  answer text NOT NULL,
  link text,
  removed boolean NOT NULL DEFAULT false,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, item_id)
);
CREATE INDEX knowledge_by_revision ON knowledge (workspace_id, revision);
COMMENT ON TABLE knowledge IS 'Answers on record; the source of suggestions.';
COMMENT ON COLUMN knowledge.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN knowledge.item_id IS 'Id of the item.';
COMMENT ON COLUMN knowledge.lang IS 'BCP-47.';
COMMENT ON COLUMN knowledge.title IS 'What it is about.';
COMMENT ON COLUMN knowledge.topics IS 'Words and questions that lead to it.';
COMMENT ON COLUMN knowledge.kinds IS 'Kinds of posts that it answers; empty: all but praise.';
COMMENT ON COLUMN knowledge.answer IS 'The text, with placeholders.';
COMMENT ON COLUMN knowledge.link IS 'Where to read more.';
COMMENT ON COLUMN knowledge.removed IS 'Taken out; the row stays so that devices hear of it.';
COMMENT ON COLUMN knowledge.revision IS 'The revision of the last change.';

-- Refers to no workspace: the transaction that writes it has counted that one's revision.
CREATE TABLE precedents (
  workspace_id text NOT NULL,
  precedent_id text NOT NULL,
  member_id text,
  lang text NOT NULL,
  kind text NOT NULL,
  asked text NOT NULL,
  source text,
  verdict text NOT NULL CHECK (verdict IN ('accepted', 'edited', 'rejected')),
  answer text,
  removed boolean NOT NULL DEFAULT false,
  taken_back text,
  at timestamptz NOT NULL,
  revision bigint NOT NULL,
  PRIMARY KEY (workspace_id, precedent_id)
);
CREATE INDEX precedents_by_revision ON precedents (workspace_id, revision);
COMMENT ON TABLE precedents IS 'What posts were answered with, and what suggestions were worth. Names nobody; the latest few thousand are kept.';
COMMENT ON COLUMN precedents.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN precedents.precedent_id IS 'The mention; for a rejection the mention and the source.';
COMMENT ON COLUMN precedents.member_id IS 'Who taught it, so that one member cannot push out what the others did; null when that is not known. No device hears of it.';
COMMENT ON COLUMN precedents.lang IS 'triage.lang of the post.';
COMMENT ON COLUMN precedents.kind IS 'triage.kind of the post.';
COMMENT ON COLUMN precedents.asked IS 'Terms of the post, without handles, links and long numbers.';
COMMENT ON COLUMN precedents.source IS 'The suggestion that it is about; null for an answer of one''s own.';
COMMENT ON COLUMN precedents.verdict IS 'Taken as it was, changed, or not taken.';
COMMENT ON COLUMN precedents.answer IS 'The reply with {author} for the name and without the disclosure; null for a rejection.';
COMMENT ON COLUMN precedents.removed IS 'Taken back; the row stays so that devices forget it.';
COMMENT ON COLUMN precedents.taken_back IS 'By which taking back it was removed; null: by none.';
COMMENT ON COLUMN precedents.at IS 'When.';
COMMENT ON COLUMN precedents.revision IS 'The revision of the last change.';

CREATE TABLE language_models (
  workspace_id text PRIMARY KEY REFERENCES workspaces,
  address text NOT NULL,
  model text NOT NULL,
  sealed_key bytea,
  updated_at timestamptz NOT NULL
);
COMMENT ON TABLE language_models IS 'The model that drafts replies for a workspace; none without a row. No device hears of it.';
COMMENT ON COLUMN language_models.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN language_models.address IS 'Where it answers, up to and without /chat/completions.';
COMMENT ON COLUMN language_models.model IS 'What it is called there.';
COMMENT ON COLUMN language_models.sealed_key IS 'The key, sealed with the server''s secret; null where none is needed. It leaves the server only towards the address.';
COMMENT ON COLUMN language_models.updated_at IS 'Last change.';
