-- Up Migration
-- Which answers on record were used.

CREATE TABLE knowledge_uses (
  workspace_id text NOT NULL,
  post bytea NOT NULL,
  item_id text NOT NULL,
  member_id text NOT NULL,
  mention_id text,
  liked boolean NOT NULL DEFAULT false,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, post),
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE INDEX knowledge_uses_of_item ON knowledge_uses (workspace_id, item_id);
CREATE INDEX knowledge_uses_of_member ON knowledge_uses (workspace_id, member_id);
CREATE INDEX knowledge_uses_by_post ON knowledge_uses (workspace_id, mention_id) WHERE mention_id IS NOT NULL;
CREATE INDEX knowledge_uses_at ON knowledge_uses (workspace_id, at);
COMMENT ON TABLE knowledge_uses IS 'Published answers that began as an answer on record; one for a post.';
COMMENT ON COLUMN knowledge_uses.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN knowledge_uses.post IS 'SHA-256 of the mention''s id: nothing counts twice, also when the post is gone.';
COMMENT ON COLUMN knowledge_uses.item_id IS 'The item that the answer began as.';
COMMENT ON COLUMN knowledge_uses.member_id IS 'Who answered.';
COMMENT ON COLUMN knowledge_uses.mention_id IS 'Which mention; null once it is deleted.';
COMMENT ON COLUMN knowledge_uses.liked IS 'Its author gave thanks, or a second look found it helpful; known only once the mention is deleted, before that it is looked up.';
COMMENT ON COLUMN knowledge_uses.at IS 'When the answer was recorded.';
