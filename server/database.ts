import type { Pool } from "pg";
import type { Config } from "./config.ts";
import { openPool } from "./db.ts";
import type { Log } from "./log.ts";
import { migrate } from "./migrate.ts";
import { startPostgres } from "./postgres/embedded.ts";
import { StartupError } from "./startup-error.ts";

export interface Database {
  readonly pool: Pool;
  /** Ends what was opened, and the private PostgreSQL when there is one. */
  stop(): Promise<void>;
}

async function checkDatabase(pool: Pool): Promise<void> {
  try {
    await pool.query("SELECT 1");
  } catch (cause) {
    const why = cause instanceof Error ? cause.message || ("code" in cause && String(cause.code)) : "";
    throw new StartupError(`The database cannot be used: ${why || "unknown"}.`, { cause });
  }
}

/** The operator's database or a private one, with the present schema. Throws StartupError; what was begun is undone. */
export async function openDatabase({ databaseUrl, dataDir }: Config, now: () => Date, log: Log): Promise<Database> {
  const postgres = databaseUrl === null ? await startPostgres(dataDir, now, log) : null;
  const stops: (() => Promise<unknown>)[] = postgres ? [postgres.stop] : [];
  const stop = async () => {
    for (let step = stops.pop(); step; step = stops.pop()) await step();
  };
  try {
    const url = databaseUrl ?? (await postgres?.database("fanswer")) ?? "";
    const pool = openPool(url, log);
    stops.push(() => pool.end());
    await checkDatabase(pool);
    await migrate(url, log);
    return { pool, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
