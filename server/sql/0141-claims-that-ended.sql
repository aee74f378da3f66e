-- Up Migration
-- How claims of a mention ended without an answer, for the figures.
ALTER TABLE mentions ADD COLUMN given_back integer NOT NULL DEFAULT 0;
ALTER TABLE mentions ADD COLUMN ran_out integer NOT NULL DEFAULT 0;
COMMENT ON COLUMN mentions.given_back IS 'How often somebody took it and gave it back.';
COMMENT ON COLUMN mentions.ran_out IS 'How often a claim of it ran out.';
