import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Pool } from "pg";
import type { Config } from "../config.ts";
import { openPool } from "../db.ts";
import type { Log } from "../log.ts";
import { migrate } from "../migrate.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { user } from "../postgres/place.ts";
import { accepts } from "../postgres/postmaster.ts";
import { StartupError } from "../startup-error.ts";
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

/** Does `work` on the database, started for it when no server has it open. */
async function withDatabase<T>(
  { databaseUrl, dataDir }: Config,
  mayRun: boolean,
  now: () => Date,
  log: Log,
  work: (url: string) => Promise<T>,
): Promise<T> {
  const url = databaseUrl ?? (mayRun ? await runningUrl(dataDir) : null);
  if (url !== null) return work(url);
  const postgres = await startPostgres(dataDir, now, log);
  try {
    return await work(await postgres.database(database));
  } finally {
    await postgres.stop();
  }
}

async function withPool<T>(url: string, log: Log, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(url, log);
  try {
    return await work(pool);
  } finally {
    await pool.end();
  }
}

/** `--backup FILE`: gives the number of rows written. The server may run. */
export function backUp(config: Config, file: string, now: () => Date, log: Log): Promise<number> {
  if (config.databaseUrl === null && !existsSync(join(config.dataDir, "postgres"))) {
    throw new StartupError(`There is no data in ${config.dataDir}.`);
  }
  return withDatabase(config, true, now, log, (url) => withPool(url, log, (pool) => writeBackup(pool, file, now())));
}

/** `--restore FILE`: gives the number of rows. The server must not run on the same data. */
export function restore(config: Config, file: string, now: () => Date, log: Log): Promise<number> {
  if (!existsSync(file)) throw new StartupError(`There is no file ${file}.`);
  return withDatabase(config, false, now, log, async (url) => {
    await migrate(url, log);
    return withPool(url, log, (pool) => restoreBackup(pool, file));
  });
}
