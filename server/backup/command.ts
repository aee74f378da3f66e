import { existsSync, lstatSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Config } from "../config.ts";
import { readyDatabase } from "../database.ts";
import { asStartupError } from "../database-trouble.ts";
import { sqlState, withClient } from "../db.ts";
import type { Log } from "../log.ts";
import { migrate } from "../migrate.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { user } from "../postgres/place.ts";
import { accepts } from "../postgres/postmaster.ts";
import { StartupError } from "../startup-error.ts";
import { checkBackup, openBackup } from "./read.ts";
import { restoreBackup } from "./restore.ts";
import { writeBackup } from "./write.ts";

const database = "fanswer";

/** Address of the PostgreSQL that a running server has on `dataDir`; null when none answers there. */
async function runningUrl(dataDir: string): Promise<string | null> {
  const file = join(dataDir, "postgres", "postmaster.pid");
  if (!existsSync(file)) return null;
  const socket = readFileSync(file, "utf8").split("\n")[4];
  if (!socket) return null;
  const url = `postgresql://${user}@/${database}?host=${encodeURIComponent(socket)}`;
  return (await accepts(url)) ? url : null;
}

/** Does `work` on a PostgreSQL that is started for it, with its data in `dataDir`. */
async function withPostgres<T>(
  dataDir: string,
  now: () => Date,
  log: Log,
  options: Parameters<typeof startPostgres>[3],
  work: (url: string) => Promise<T>,
): Promise<T> {
  const postgres = await startPostgres(dataDir, now, log, options);
  try {
    return await work(await postgres.database(database));
  } finally {
    await postgres.stop();
  }
}

/** What the database refused, as a sentence. */
async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw sqlState(thrown) === "" ? thrown : asStartupError(thrown);
  }
}

function checkTarget(file: string): void {
  if (!lstatSync(dirname(file), { throwIfNoEntry: false })) throw new StartupError(`There is no folder ${dirname(file)}.`);
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new StartupError(`${file} is no ordinary file: name one that is to be written.`);
}

/** `--backup FILE`: gives the number of rows written, and read back. The server may run. */
export async function backUp(config: Config, file: string, now: () => Date, log: Log, signal: AbortSignal): Promise<number> {
  const { databaseUrl, dataDir } = config;
  checkTarget(file);
  if (databaseUrl === null && !lstatSync(join(dataDir, "postgres"), { throwIfNoEntry: false })) {
    throw new StartupError(`There is no data in ${dataDir}.`);
  }
  const write = (url: string) => withClient(url, (client) => writeBackup(client, file, now(), signal));
  const url = databaseUrl ?? (await runningUrl(dataDir));
  return said(url === null ? withPostgres(dataDir, now, log, { asked: signal }, write) : write(url));
}

/** `--restore FILE`: gives the number of rows. The server must not run on the same data. */
export async function restore(config: Config, file: string, now: () => Date, log: Log, signal: AbortSignal): Promise<number> {
  // Read to its end before anything is made: half a backup leaves no trace.
  await checkBackup(file, signal);
  const { head, rows } = await openBackup(file);
  await rows.return(undefined);
  const fill = async (url: string) => {
    await readyDatabase(url, log, signal, head.step);
    const restored = await withClient(url, (client) => restoreBackup(client, file, signal));
    await migrate(url, log);
    return restored;
  };
  const { databaseUrl, dataDir } = config;
  return said(databaseUrl === null ? withPostgres(dataDir, now, log, { asked: signal, mayReplace: true }, fill) : fill(databaseUrl));
}
