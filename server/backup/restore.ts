import { createReadStream } from "node:fs";
import { createGunzip } from "node:zlib";
import type { Pool, PoolClient } from "pg";
import * as v from "valibot";
import { transaction } from "../db.ts";
import { newId } from "../ids.ts";
import { StartupError } from "../startup-error.ts";
import { insertRows, keptTables, setEpoch } from "../store/backup.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";
import { End, Head } from "./format.ts";

const perInsert = 500;

/** The table and the JSON of a row's line, `[7,{...}]`. */
function parts(line: string): { table: number; row: string } {
  const comma = line.indexOf(",");
  return { table: Number(line.slice(1, comma)), row: line.slice(comma + 1, -1) };
}

const notWhole = (cause?: unknown) => new StartupError("The file is no whole backup of Fanswer; nothing was restored.", { cause });

function parse<Schema extends v.GenericSchema>(schema: Schema, line: string): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch (cause) {
    throw notWhole(cause);
  }
}

/** The lines of a gzipped file. */
async function* linesOf(file: string): AsyncIterable<string> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.on("error", (error) => unzipped.destroy(error));
  unzipped.setEncoding("utf8");
  let rest = "";
  try {
    for await (const chunk of unzipped) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (cause) {
    throw notWhole(cause);
  }
}

/** Puts a file's rows back, in the order in which they were written: a row comes after those it refers to. Gives how many. */
async function readRows(client: PoolClient, lines: AsyncIterable<string>): Promise<number> {
  const known = new Set((await all(client, keptTables)).map(({ name }) => name));
  let head: Head | null = null;
  let waiting: string[] = [];
  let current = -1;
  let rows = 0;
  let last = "";
  const flush = async () => {
    const table = head?.tables[current];
    if (table && waiting.length > 0) await client.query(insertRows(table), [`[${waiting.join(",")}]`]);
    waiting = [];
  };
  for await (const line of lines) {
    last = line;
    if (head === null) {
      head = parse(Head, line);
      const strange = head.tables.find(({ name }) => !known.has(name));
      if (strange) throw new StartupError(`The backup holds "${strange.name}", which this server does not know: it is of a newer one.`);
      continue;
    }
    if (!line.startsWith("[")) continue;
    const { table, row } = parts(line);
    if (table !== current || waiting.length === perInsert) await flush();
    current = table;
    waiting.push(row);
    rows += 1;
  }
  await flush();
  if (parse(End, last).rows !== rows) throw notWhole();
  return rows;
}

/**
 * Fills an empty database from a backup, all or nothing. Every workspace gets a new epoch, so that its devices start over, without losing
 * what they have not sent. Throws StartupError. Gives the number of rows.
 */
export async function restoreBackup(pool: Pool, file: string): Promise<number> {
  return transaction(pool, async (client) => {
    if ((await all(client, workspaceIds)).length > 0) {
      throw new StartupError("The database is not empty; a backup is only restored into an empty one (another DATA_DIR, say).");
    }
    const rows = await readRows(client, linesOf(file));
    for (const { id } of await all(client, workspaceIds)) await all(client, setEpoch, id, newId());
    return rows;
  });
}
