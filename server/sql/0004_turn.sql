-- Up Migration
-- 72 seconds a point: with the usual patience a hundred points, the most there are, outweigh two hours of waiting, the time to the first answer.

ALTER TABLE mentions ADD COLUMN turn timestamp NOT NULL
  GENERATED ALWAYS AS ((first_seen_at AT TIME ZONE 'UTC') - priority * interval '72 seconds') STORED;
COMMENT ON COLUMN mentions.turn IS 'The earliest is next. A high priority puts it ahead, by the patience at most: whatever waits longer is overtaken by nothing new.';

CREATE INDEX mentions_by_turn ON mentions (workspace_id, status, turn) WHERE status IN ('open', 'escalated');
CREATE INDEX mentions_by_language ON mentions (workspace_id, status, language, turn) WHERE status IN ('open', 'escalated');
DROP INDEX mentions_waiting;
