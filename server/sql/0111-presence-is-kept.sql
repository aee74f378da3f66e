-- Up Migration
-- A table that is not logged keeps a database that spreads the tables from moving a workspace to another machine.
ALTER TABLE presence SET LOGGED;
COMMENT ON TABLE presence IS 'Who looks at or writes on what, for two minutes.';
