import type { KeptTable } from "./backup.ts";
import { declareRows } from "./backup.ts";
import { statement } from "./statement.ts";

/** Every table that holds rows of workspaces, also those that no backup keeps, with the tables that it refers to. */
export const tablesOfWorkspaces = statement<[], Pick<KeptTable, "name" | "references">>(
  "workspace.tables",
  `SELECT c.relname AS name,
     ARRAY(SELECT DISTINCT f.confrelid::regclass::text FROM pg_constraint f
       WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> c.oid) AS references
   FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'workspace_id' AND NOT a.attisdropped
   WHERE c.relnamespace = quote_ident(current_schema())::regnamespace AND c.relkind IN ('r', 'p')
   ORDER BY c.relname`,
);

/** Deletes what one table holds of the workspace $1; built, as it names the table that the catalogue named. */
export const deleteRows = ({ name }: Pick<KeptTable, "name">): string => `DELETE FROM "${name}" WHERE workspace_id = $1`;

/** As `declareRows`, of the workspace $1 alone. */
export const declareRowsOf = (table: Pick<KeptTable, "name" | "columns">): string => `${declareRows(table)} WHERE workspace_id = $1`;

/** What an operator is told of a workspace. */
export const workspaceFacts = statement<[string], { members: number; posts: number }>(
  "workspace.facts",
  `SELECT (SELECT count(*) FROM members WHERE workspace_id = $1 AND standing <> 'removed') AS members,
     (SELECT count(*) FROM mentions WHERE workspace_id = $1) AS posts`,
);

const transactions = `FROM pg_stat_activity
   WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid() AND xact_start IS NOT NULL`;

/** The transactions of others that run now: what they write is seen by nobody yet. One is told by its process and its beginning. */
export const runningNow = statement<[], { transaction: string }>(
  "workspace.running_now",
  `SELECT pid || ' ' || xact_start AS transaction ${transactions}`,
);

/** How many of these transactions still run. */
export const stillRunning = statement<[readonly string[]], { count: number }>(
  "workspace.still_running",
  `SELECT count(*) AS count ${transactions} AND pid || ' ' || xact_start = ANY ($1)`,
);

/** Refuses every device of a workspace from now on: workspace, at. Gives whose they are. */
export const endAllDevicesOf = statement<[string, Date], { member_id: string }>(
  "workspace.end_devices",
  "UPDATE devices SET ended_at = $2 WHERE workspace_id = $1 AND ended_at IS NULL RETURNING member_id",
);
