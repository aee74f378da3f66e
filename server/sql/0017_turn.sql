-- Up Migration
-- A generated column is read from the catalog anew by every statement that writes to its table, 7 % of what a batch of 64
-- claims and replies costs; an index of the same expression is not. The turn: 72 seconds a point, see 0004.

ALTER TABLE mentions DROP COLUMN turn, DROP COLUMN bucket;

CREATE INDEX mentions_by_turn ON mentions (workspace_id, status, ((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds'))
  WHERE status IN ('open', 'escalated');
CREATE INDEX mentions_by_language ON mentions (workspace_id, status, language, ((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds'))
  WHERE status IN ('open', 'escalated');
COMMENT ON INDEX mentions_by_turn IS 'The earliest is next. A high priority puts a mention ahead, by the patience at most: whatever waits longer is overtaken by nothing new.';

CREATE INDEX mentions_by_bucket ON mentions
  (workspace_id, (left(encode(sha256(decode(replace(mention_id, E'\\', E'\\\\'), 'escape')), 'hex'), 5)));
COMMENT ON INDEX mentions_by_bucket IS 'By the first five hexadecimal digits of the hash of the id.';
