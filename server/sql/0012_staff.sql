-- Up Migration

CREATE TABLE follow_ups (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  post_id text NOT NULL,
  body text NOT NULL,
  url text,
  mood text NOT NULL CHECK (mood IN ('negative', 'thanks', 'other')),
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, post_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE
);
COMMENT ON TABLE follow_ups IS 'What a post''s author wrote after the answer.';
COMMENT ON COLUMN follow_ups.workspace_id IS 'Whose it is.';
COMMENT ON COLUMN follow_ups.mention_id IS 'To which mention.';
COMMENT ON COLUMN follow_ups.post_id IS 'The site''s own id of the later post.';
COMMENT ON COLUMN follow_ups.body IS 'At most 280 characters of it.';
COMMENT ON COLUMN follow_ups.url IS 'Where it stands.';
COMMENT ON COLUMN follow_ups.mood IS 'How it sounds: still unhappy, thankful, or neither.';
COMMENT ON COLUMN follow_ups.at IS 'When the server heard of it.';

ALTER TABLE mentions
  ADD COLUMN assignee text,
  ADD COLUMN merged_into text,
  ADD COLUMN follow_up text,
  ADD FOREIGN KEY (workspace_id, assignee) REFERENCES members;
COMMENT ON COLUMN mentions.assignee IS 'Of staff: who should take care of it; holds nothing.';
COMMENT ON COLUMN mentions.merged_into IS 'The mention that stands for this one; set while it is dismissed as the same.';
COMMENT ON COLUMN mentions.follow_up IS 'post_id of the latest follow-up.';

ALTER TABLE told ADD COLUMN follow_up text;
COMMENT ON COLUMN told.follow_up IS 'The latest follow-up that was told.';
