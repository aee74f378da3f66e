-- Up Migration
-- A member reads their own published answers, newest first; the index of before told only how many there are.

CREATE INDEX replies_in_turn_by_author ON replies (workspace_id, author, at, mention_id) WHERE author <> '';
DROP INDEX replies_by_author;
