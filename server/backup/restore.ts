import type pg from "pg";
import { newId } from "../ids.ts";
import { StartupError } from "../startup-error.ts";
import { insertRows, type KeptTable, keptTables, setEpoch } from "../store/backup.ts";
import { formerColumns } from "../store/former-schema.ts";
import { sqlState } from "../store/pool.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";
import { type OpenBackup, openBackup } from "./read.ts";

/** What goes into the database at once. */
const most = { rows: 500, characters: 8_000_000 } as const;

const isNewer = (what: string) => new StartupError(`The backup holds ${what}, which this server does not know: it is of a newer one.`);

/** The tables of the backup as the database has them. */
async function tablesOf(client: pg.Client, { head }: OpenBackup): Promise<KeptTable[]> {
  const known = new Map((await all(client, keptTables)).map((table) => [table.name, table]));
  return head.tables.map(({ name, columns }) => {
    const table = known.get(name);
    if (table === undefined) throw isNewer(`"${name}"`);
    const types = columns.map((column) => {
      const at = table.columns.indexOf(column);
      if (at === -1 && !formerColumns[name]?.includes(column)) throw isNewer(`"${column}" of "${name}"`);
      return table.types[at] ?? null;
    });
    return { ...table, columns, types };
  });
}

/** Puts a file's rows back, in the order in which they were written: a row comes after those it refers to. Gives how many. */
async function putBack(client: pg.Client, reading: OpenBackup, signal: AbortSignal): Promise<number> {
  const tables = await tablesOf(client, reading);
  let waiting: string[] = [];
  let characters = 0;
  let current = -1;
  let rows = 0;
  const flush = async () => {
    const table = tables[current];
    if (table === undefined || waiting.length === 0) return;
    signal.throwIfAborted();
    await client.query(insertRows(table), [`[${waiting.join(",")}]`]).catch((cause: unknown) => {
      if (sqlState(cause) === "") throw cause;
      const message = `Rows of "${table.name}" cannot be put back: ${(cause as Error).message}; nothing was restored.`;
      throw new StartupError(message, { cause });
    });
    [waiting, characters] = [[], 0];
  };
  for await (const { table, json } of reading.rows) {
    if (table !== current || waiting.length === most.rows || characters + json.length > most.characters) await flush();
    current = table;
    waiting.push(json);
    characters += json.length;
    rows += 1;
  }
  await flush();
  return rows;
}

/**
 * Fills an empty database from a backup, all or nothing. Every workspace gets a new epoch, so that its devices start over, without losing
 * what they have not sent. Throws StartupError. Gives the number of rows.
 */
export async function restoreBackup(client: pg.Client, file: string, signal: AbortSignal): Promise<number> {
  await client.query("BEGIN");
  if ((await all(client, workspaceIds)).length > 0) {
    throw new StartupError("The database is not empty; a backup is only restored into an empty one (another DATA_DIR, say).");
  }
  const rows = await putBack(client, await openBackup(file), signal);
  for (const { id } of await all(client, workspaceIds)) await all(client, setEpoch, id, newId());
  await client.query("COMMIT");
  return rows;
}
