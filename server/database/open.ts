import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import type { Config } from "../config.ts";
import type { Log } from "../log.ts";
import { startPostgres } from "../postgres/embedded.ts";
import { openPool, sqlState } from "../store/pool.ts";
import { checkDatabase } from "./check.ts";
import { migrate } from "./migrate.ts";
import { asStartupError } from "./trouble.ts";

export interface Database {
  readonly pool: Pool;
  /** Its address. */
  readonly url: string;
  /** Ends what was opened, and the private PostgreSQL when there is one. */
  stop(): Promise<void>;
}

/** What a PostgreSQL says that is starting up, or stopping. */
const cannotConnectNow = "57P03";
const patienceMs = 60_000;
const lookMs = 500;

/** Waits for a database that is just starting, as when a whole machine does. */
async function checkWhenUp(url: string, asked: AbortSignal): Promise<void> {
  for (const begun = performance.now(); ; ) {
    try {
      return await checkDatabase(url);
    } catch (thrown) {
      if (sqlState(thrown) !== cannotConnectNow || performance.now() - begun > patienceMs) throw thrown;
      await sleep(lookMs);
      asked.throwIfAborted();
    }
  }
}

/** Looks at the database at `url` and brings it to the present schema, or to that of the step `upTo`. Throws StartupError. */
export async function readyDatabase(url: string, log: Log, asked: AbortSignal, upTo?: string): Promise<void> {
  try {
    await checkWhenUp(url, asked);
    asked.throwIfAborted();
    await migrate(url, log, upTo);
  } catch (thrown) {
    throw asStartupError(thrown);
  }
}

/**
 * The operator's database or a private one, with the present schema. Throws StartupError, or the reason of `asked` when that aborts meanwhile; what was
 * begun is undone.
 */
export async function openDatabase({ databaseUrl, dataDir }: Config, now: () => Date, log: Log, asked: AbortSignal): Promise<Database> {
  const postgres = databaseUrl === null ? await startPostgres(dataDir, now, log, { asked }) : null;
  const stops: (() => Promise<unknown>)[] = postgres ? [postgres.stop] : [];
  const stop = async () => {
    for (let step = stops.pop(); step; step = stops.pop()) await step();
  };
  try {
    const url = databaseUrl ?? (await postgres?.database("fanswer")) ?? "";
    await readyDatabase(url, log, asked);
    const pool = openPool(url, log);
    stops.push(() => pool.end());
    return { pool, url, stop };
  } catch (thrown) {
    await stop();
    throw thrown;
  }
}
