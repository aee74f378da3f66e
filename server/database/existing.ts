import { existsSync, lstatSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { user } from "../postgres/place.ts";
import { accepts } from "../postgres/postmaster.ts";
import { StartupError } from "../startup-error.ts";
import { sqlState } from "../store/pool.ts";
import { asStartupError } from "./trouble.ts";

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
export async function withPostgres<T>(
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
export async function said<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (thrown) {
    throw sqlState(thrown) === "" ? thrown : asStartupError(thrown);
  }
}

/** Does `work` on the data that are there, whether or not a server runs on them; throws StartupError where there are none. */
export async function onDatabase<T>(
  { databaseUrl, dataDir }: Pick<Config, "databaseUrl" | "dataDir">,
  now: () => Date,
  log: Log,
  asked: AbortSignal,
  work: (url: string) => Promise<T>,
): Promise<T> {
  if (databaseUrl === null && !lstatSync(join(dataDir, "postgres"), { throwIfNoEntry: false })) {
    throw new StartupError(`There is no data in ${dataDir}.`);
  }
  const url = databaseUrl ?? (await runningUrl(dataDir));
  if (url !== null) return said(work(url));
  return said(withPostgres(dataDir, now, log, { asked }, work)).catch((thrown: unknown) => {
    // The folder is somebody's who runs, and whose socket was not to be reached from here.
    if (!(thrown instanceof StartupError) || !/in use/.test(thrown.message)) throw thrown;
    throw new StartupError(
      `${thrown.message} To work on it while it runs, give the command where the server runs (that container), as its user.`,
    );
  });
}
