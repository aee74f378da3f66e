-- Up Migration
-- How much a member's words on others' answers weigh.

ALTER TABLE members ADD COLUMN rater jsonb;
COMMENT ON COLUMN members.rater IS 'How much their words on others'' answers weigh (weight, 0 to 1), of how many compared words how many agreed, as of last night; null while there was none.';
