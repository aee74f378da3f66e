-- Up Migration
-- A database that spreads the tables over machines stores no answer in the statement that gives a mention away: the two find each other by this.
ALTER TABLE mentions ADD COLUMN grant_id uuid;
COMMENT ON COLUMN mentions.grant_id IS 'Id of the grant by which it was last given to somebody who asked for the next; the answer that is kept for a repeat finds it by this.';
