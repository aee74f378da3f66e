import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { createGunzip } from "node:zlib";
import * as v from "valibot";
import { StartupError } from "../startup-error.ts";
import { BackupHead, End } from "./format.ts";

/** A row of a backup as JSON, with its table's number. */
interface Row {
  readonly table: number;
  readonly json: string;
}

const notWhole = (cause?: unknown) => new StartupError("The file is no whole backup of Fanswer; nothing was restored.", { cause });

function parse<Schema extends v.GenericSchema>(schema: Schema, line: string): v.InferOutput<Schema> {
  try {
    return v.parse(schema, JSON.parse(line));
  } catch (cause) {
    throw notWhole(cause);
  }
}

/** The lines of a gzipped file, each ended as it was written. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const source = createReadStream(file);
  const unzipped = source.pipe(createGunzip());
  source.on("error", (error) => unzipped.destroy(error));
  unzipped.setEncoding("utf8");
  let begun: string[] = [];
  try {
    for await (const chunk of unzipped) {
      const [first = "", ...others] = String(chunk).split("\n");
      begun.push(first);
      for (const other of others) {
        yield begun.join("");
        begun = [other];
      }
    }
  } catch (cause) {
    throw cause instanceof StartupError ? cause : notWhole(cause);
  } finally {
    source.destroy();
    unzipped.destroy();
  }
  if (begun.join("") !== "") throw notWhole();
}

/** The row of a line, `[7,...]`. */
function rowOf(line: string, { tables }: BackupHead): Row {
  const comma = line.indexOf(",");
  const table = Number(line.slice(1, comma));
  if (comma === -1 || !tables[table] || !line.endsWith("]")) throw notWhole();
  return { table, json: line.slice(comma + 1, -1) };
}

/** A backup that is being read: its rows are given once, and their end throws StartupError unless everything was there as it was written. */
export interface OpenBackup {
  readonly head: BackupHead;
  readonly rows: AsyncGenerator<Row>;
}

async function* rowsOf(lines: AsyncGenerator<string>, head: BackupHead, first: string): AsyncGenerator<Row> {
  const hash = createHash("sha256").update(`${first}\n`);
  let count = 0;
  let end: v.InferOutput<typeof End> | null = null;
  for await (const line of lines) {
    if (end !== null) throw notWhole();
    if (line.startsWith("[")) {
      hash.update(`${line}\n`);
      count += 1;
      yield rowOf(line, head);
    } else end = parse(End, line);
  }
  const isWhole = end?.rows === count && end.sha256 === hash.digest("hex");
  if (!isWhole) throw notWhole();
}

/** Opens a backup. Throws StartupError when the file cannot be read or does not begin as one. */
export async function openBackup(file: string): Promise<OpenBackup> {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new StartupError(`There is no file ${file}.`);
  const lines = linesOf(file);
  const first = (await lines.next()).value ?? "";
  try {
    if (first.startsWith('{"fanswer":1,'))
      throw new StartupError(
        "The backup is from before version 1: restore it with the release that wrote it, and back up anew with the last one before version 1 (see docs/deploy.md).",
      );
    const head = parse(BackupHead, first);
    return { head, rows: rowsOf(lines, head, first) };
  } catch (thrown) {
    await lines.return(undefined);
    throw thrown;
  }
}

/** Reads a backup from its beginning to its end and looks at every row. Throws StartupError unless it is whole. Gives the number of rows. */
export async function checkBackup(file: string, signal: AbortSignal): Promise<number> {
  const { head, rows } = await openBackup(file);
  let count = 0;
  for await (const { table, json } of rows) {
    if (signal.aborted) throw signal.reason;
    const values = parse(v.array(v.nullable(v.string())), json);
    if (values.length !== head.tables[table]?.columns.length) throw notWhole();
    count += 1;
  }
  return count;
}
