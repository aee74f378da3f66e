import { createHash } from "node:crypto";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type pg from "pg";
import { inOrder } from "../database/distribute.ts";
import { StartupError } from "../startup-error.ts";
import { declareRows, keptTables, stepsTaken } from "../store/backup.ts";
import { databaseFacts } from "../store/session.ts";
import { all, one } from "../store/statement.ts";
import { declareRowsOf } from "../store/whole-workspace.ts";
import type { BackupHead } from "./format.ts";
import { checkBackup } from "./read.ts";

/** Rows may be as large as what a device may send at once. */
const perFetch = 100;

/** Everything as of one instant, in lines; `workspaceId`: of one workspace alone. */
async function* linesOf(client: pg.Client, at: Date, workspaceId: string | null): AsyncGenerator<string> {
  const hash = createHash("sha256");
  const hashed = (text: string) => {
    hash.update(text);
    return text;
  };
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const { has_tables, has_list } = await one(client, databaseFacts);
  if (!has_tables) throw new StartupError("The database holds nothing of Fanswer's.");
  const step = String((await client.query(stepsTaken(has_list))).rows.at(-1)?.name);
  const tables = inOrder(await all(client, keptTables));
  const head: BackupHead = { fanswer: 2, at: at.toISOString(), step, tables: tables.map(({ name, columns }) => ({ name, columns })) };
  yield hashed(`${JSON.stringify(head)}\n`);
  let rows = 0;
  for (const [number, table] of tables.entries()) {
    await (workspaceId === null ? client.query(declareRows(table)) : client.query(declareRowsOf(table), [workspaceId]));
    for (let count = perFetch; count === perFetch; ) {
      const page = (await client.query<{ row: string }>(`FETCH ${perFetch} FROM kept`)).rows;
      for (const { row } of page) yield hashed(`[${number},${row}]\n`);
      count = page.length;
      rows += count;
    }
    await client.query("CLOSE kept");
  }
  await client.query("COMMIT");
  yield `${JSON.stringify({ rows, sha256: hash.digest("hex") })}\n`;
}

/**
 * Writes everything (or one workspace alone) as of one instant into `file`, which appears when it was read back and found whole, or not at all; the server may run. Gives the number
 * of rows.
 */
export async function writeBackup(
  client: pg.Client,
  file: string,
  at: Date,
  signal: AbortSignal,
  workspaceId: string | null = null,
): Promise<number> {
  const making = `${file}.${process.pid}.making`;
  try {
    const written = createWriteStream(making, { mode: 0o600, flags: "wx", flush: true });
    await pipeline(Readable.from(linesOf(client, at, workspaceId)), createGzip(), written, { signal });
    const rows = await checkBackup(making, signal);
    renameSync(making, file);
    return rows;
  } catch (thrown) {
    rmSync(making, { force: true });
    throw signal.aborted ? signal.reason : thrown;
  }
}
