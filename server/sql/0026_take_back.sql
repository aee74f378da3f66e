-- Up Migration
-- What one member did, taken back.

ALTER TABLE precedents DROP COLUMN said_by, ADD COLUMN taken_back text;
COMMENT ON COLUMN precedents.taken_back IS 'By which taking back it was removed; null: by none.';
