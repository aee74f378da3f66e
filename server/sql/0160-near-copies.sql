-- Up Migration
-- Replies that say what another one says already: what they are found by, and which ones there were.

-- Refers to nothing, as replies: the transaction that writes it has locked the mention.
CREATE TABLE reply_pieces (
  workspace_id text NOT NULL,
  piece bigint NOT NULL,
  mention_id text NOT NULL,
  at timestamptz NOT NULL,
  until timestamptz,
  PRIMARY KEY (workspace_id, piece, mention_id)
);
CREATE INDEX reply_pieces_of_mention ON reply_pieces (workspace_id, mention_id);
COMMENT ON TABLE reply_pieces IS 'The latest replies, by their pieces of three words.';
COMMENT ON COLUMN reply_pieces.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN reply_pieces.piece IS 'The first eight bytes of the SHA-256 of three words in a row, without the disclosure and the author''s name.';
COMMENT ON COLUMN reply_pieces.mention_id IS 'Of the reply to which mention.';
COMMENT ON COLUMN reply_pieces.at IS 'When the reply was recorded, or let through to be posted.';
COMMENT ON COLUMN reply_pieces.until IS 'Until when one that was let through, and not reported yet, stands in the way of its like; null once it is reported.';

CREATE TABLE near_copies (
  workspace_id text NOT NULL,
  mention_id text NOT NULL,
  member_id text NOT NULL,
  is_published boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (workspace_id, mention_id, member_id),
  FOREIGN KEY (workspace_id, mention_id) REFERENCES mentions ON DELETE CASCADE,
  FOREIGN KEY (workspace_id, member_id) REFERENCES members
);
CREATE INDEX near_copies_at ON near_copies (workspace_id, at);
CREATE INDEX near_copies_of_member ON near_copies (workspace_id, member_id);
COMMENT ON TABLE near_copies IS 'Near-copies of other replies that members wanted to post, or posted.';
COMMENT ON COLUMN near_copies.workspace_id IS 'The workspace that the row belongs to.';
COMMENT ON COLUMN near_copies.mention_id IS 'In answer to which mention.';
COMMENT ON COLUMN near_copies.member_id IS 'Whose.';
COMMENT ON COLUMN near_copies.is_published IS 'It stood on the site when the server heard of it; otherwise it was refused.';
COMMENT ON COLUMN near_copies.at IS 'When, the last time.';
