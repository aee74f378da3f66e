import { statement } from "./statement.ts";

/** A table that a backup holds. */
export interface KeptTable {
  readonly name: string;
  /** Its own columns; generated ones come by themselves. */
  readonly columns: string[];
  /** The type of each column; null: the rows of a backup have it, the table has it no more. */
  readonly types: (string | null)[];
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
     ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
   FROM pg_class c
   WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p' AND c.relname <> 'migrations'
   ORDER BY c.relname`,
);

const quoted = (name: string) => `"${name}"`;

/** Names the rows of a table as arrays of their values in PostgreSQL's own words; built, as it names the table that the catalogue named. */
export const declareRows = ({ name, columns }: Pick<KeptTable, "name" | "columns">): string =>
  `DECLARE kept NO SCROLL CURSOR FOR
   SELECT array_to_json(ARRAY[${columns.map((column) => `${quoted(column)}::text`).join(", ")}])::text AS row FROM ${quoted(name)}`;

/** Puts rows back: $1 is a JSON array of them, each an array of values. */
export const insertRows = ({ name, columns, types }: KeptTable): string => {
  const values = types.flatMap((type, at) => (type === null ? [] : [`(r ->> ${at})::${type}`]));
  return `INSERT INTO ${quoted(name)} (${columns
    .filter((_, at) => types[at] !== null)
    .map(quoted)
    .join(", ")})
   SELECT ${values.join(", ")} FROM jsonb_array_elements($1::jsonb) r`;
};

/** The list of the steps that were taken stands beside the tables, or in "public" where an earlier release made it. */
export const listOfSteps = (isBeside: boolean): string => `${isBeside ? "" : "public."}migrations`;

/** The names of the steps that were taken, first to last. */
export const stepsTaken = (isBeside: boolean): string => `SELECT name FROM ${listOfSteps(isBeside)} ORDER BY id`;

/** workspace, epoch */
export const setEpoch = statement<[string, string]>("workspace.set_epoch", "UPDATE workspaces SET epoch = $2 WHERE workspace_id = $1");
