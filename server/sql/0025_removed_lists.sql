-- Up Migration

ALTER TABLE keyword_lists ADD COLUMN removed boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN keyword_lists.removed IS 'Taken out: it has no lines any more, and stays until every device has heard of it.';
