import { statement } from "./statement.ts";

/** A table that a backup holds. */
export interface KeptTable {
  readonly name: string;
  /** Its own columns; generated ones come by themselves. */
  readonly columns: string[];
  /** Tables that its foreign keys point at, itself left out. */
  readonly references: string[];
}

/** Over all workspaces: a backup is of all. Without the list of migrations and what a crash may lose anyway. */
export const keptTables = statement<[], KeptTable>(
  "backup.tables",
  `SELECT c.relname AS name,
     ARRAY(SELECT a.attname::text FROM pg_attribute a
       WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY a.attnum) AS columns,
     ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
   FROM pg_class c
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations'
   ORDER BY c.relname`,
);

const quoted = (names: readonly string[]) => names.map((name) => `"${name}"`).join(", ");

/** Names the rows of a table as JSON; built, as it names the table that the catalogue named. */
export const declareRows = ({ name, columns }: Pick<KeptTable, "name" | "columns">): string =>
  `DECLARE kept NO SCROLL CURSOR FOR SELECT row_to_json(r)::text AS row FROM (SELECT ${quoted(columns)} FROM "${name}") r`;

/** Puts rows back: $1 is a JSON array of them. */
export const insertRows = ({ name, columns }: Pick<KeptTable, "name" | "columns">): string =>
  `INSERT INTO "${name}" (${quoted(columns)}) SELECT ${quoted(columns)} FROM json_populate_recordset(NULL::"${name}", $1::json)`;

/** workspace, epoch */
export const setEpoch = statement<[string, string]>("workspace.set_epoch", "UPDATE workspaces SET epoch = $2 WHERE workspace_id = $1");
