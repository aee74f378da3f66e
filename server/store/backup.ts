import { statement } from "./statement.ts";

/** A table that a backup holds. */
export interface KeptTable {
  readonly name: string;
  /** Its own columns; generated ones come by themselves. */
  readonly columns: string[];
  /** The type of each column. */
  readonly types: string[];
  /** Those columns of JSON that always have a value, which may be JSON's null. */
  readonly always_json: string[];
  /** Tables that its foreign keys point at, itself left out. */
  readonly references: string[];
}

const own = "a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''";

/** Over all workspaces: a backup is of all. Without the list of migrations and what a crash may lose anyway. */
export const keptTables = statement<[], KeptTable>(
  "backup.tables",
  `SELECT c.relname AS name,
     ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE ${own} ORDER BY a.attnum) AS columns,
     ARRAY(SELECT format_type(a.atttypid, a.atttypmod) FROM pg_attribute a WHERE ${own} ORDER BY a.attnum) AS types,
     ARRAY(SELECT a.attname::text FROM pg_attribute a WHERE ${own} AND a.attnotnull
       AND a.atttypid IN ('json'::regtype, 'jsonb'::regtype)) AS always_json,
     ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
   FROM pg_class c
   WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations'
   ORDER BY c.relname`,
);

const quoted = (name: string) => `"${name}"`;
const list = (names: readonly string[]) => names.map(quoted).join(", ");

/** Names the rows of a table as arrays of their values in PostgreSQL's own words; built, as it names the table that the catalogue named. */
export const declareRows = ({ name, columns }: Pick<KeptTable, "name" | "columns">): string =>
  `DECLARE kept NO SCROLL CURSOR FOR
   SELECT array_to_json(ARRAY[${columns.map((column) => `${quoted(column)}::text`).join(", ")}])::text AS row FROM ${quoted(name)}`;

/** Puts rows back: $1 is a JSON array of them, each an array of values. */
export const insertRows = ({ name, columns, types }: KeptTable): string =>
  `INSERT INTO ${quoted(name)} (${list(columns)})
   SELECT ${types.map((type, at) => `(r ->> ${at})::${type}`).join(", ")} FROM jsonb_array_elements($1::jsonb) r`;

/** Puts rows of form 1 back: $1 is a JSON array of objects, in which JSON's null and no value look alike. */
export const insertObjects = ({ name, columns, always_json }: KeptTable): string => {
  const value = (column: string) => (always_json.includes(column) ? `coalesce(${quoted(column)}, 'null')` : quoted(column));
  return `INSERT INTO ${quoted(name)} (${list(columns)})
   SELECT ${columns.map(value).join(", ")} FROM json_populate_recordset(NULL::${quoted(name)}, $1::json)`;
};

/** The names of the steps that were taken, first to last; their list stands beside the tables, or in "public" where an earlier release made it. */
export const stepsTaken = (isBeside: boolean): string => `SELECT name FROM ${isBeside ? "" : "public."}migrations ORDER BY id`;

/** workspace, epoch */
export const setEpoch = statement<[string, string]>("workspace.set_epoch", "UPDATE workspaces SET epoch = $2 WHERE workspace_id = $1");
