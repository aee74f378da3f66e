import { once } from "node:events";
import { createWriteStream, renameSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import type { Pool } from "pg";
import { inOrder } from "../distribute.ts";
import { declareRows, keptTables } from "../store/backup.ts";
import { all } from "../store/statement.ts";
import type { Head } from "./format.ts";

const perFetch = 1_000;

/** Writes everything as of one instant into `file`, which appears whole or not at all; the server may run. Gives the number of rows. */
export async function writeBackup(pool: Pool, file: string, at: Date): Promise<number> {
  const client = await pool.connect();
  const making = `${file}.making`;
  const gzip = createGzip();
  const written = pipeline(gzip, createWriteStream(making, { mode: 0o600 }));
  written.catch(() => {});
  const line = async (text: string) => {
    if (!gzip.write(`${text}\n`)) await Promise.race([once(gzip, "drain"), written]);
  };
  let isBroken = true;
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const tables = inOrder(await all(client, keptTables));
    await line(
      JSON.stringify({ fanswer: 1, at: at.toISOString(), tables: tables.map(({ name, columns }) => ({ name, columns })) } satisfies Head),
    );
    let rows = 0;
    for (const [number, table] of tables.entries()) {
      await client.query(declareRows(table));
      for (let count = perFetch; count === perFetch; ) {
        const page = (await client.query<{ row: string }>(`FETCH ${perFetch} FROM kept`)).rows;
        for (const { row } of page) await line(`[${number},${row}]`);
        count = page.length;
        rows += count;
      }
      await client.query("CLOSE kept");
    }
    await line(JSON.stringify({ rows }));
    await client.query("COMMIT");
    isBroken = false;
    gzip.end();
    await written;
    renameSync(making, file);
    return rows;
  } catch (thrown) {
    gzip.destroy();
    rmSync(making, { force: true });
    throw thrown;
  } finally {
    client.release(isBroken);
  }
}
