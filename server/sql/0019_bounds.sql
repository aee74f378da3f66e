-- Up Migration
-- What was answered holds no words of anybody: the answer "this mention" is kept as its id, and is the mention as it stands when it is asked for again.

ALTER TABLE operations ADD COLUMN mention_id text;
COMMENT ON COLUMN operations.mention_id IS 'The mention that was the answer; null when the answer stands in result.';
COMMENT ON COLUMN operations.result IS 'What was answered, unless that was a mention. Never words of a post.';
UPDATE operations SET mention_id = result ->> 'id', result = '{}' WHERE json_typeof(result) = 'object' AND result ->> 'excerpt' IS NOT NULL;

UPDATE mentions SET labels = ARRAY(SELECT left(label, 100) FROM unnest(labels[1:20]) AS label) WHERE cardinality(labels) > 20;

ALTER TABLE precedents ADD COLUMN member_id text;
COMMENT ON COLUMN precedents.member_id IS 'Who taught it, so that one member cannot push out what the others did; null for older ones. No device hears of it.';
