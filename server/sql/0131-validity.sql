-- Up Migration
-- Answers on record that hold for a time only.

ALTER TABLE knowledge ADD COLUMN valid_until date;
COMMENT ON COLUMN knowledge.valid_until IS 'The last day on which it is offered; null: it holds until somebody changes it.';
