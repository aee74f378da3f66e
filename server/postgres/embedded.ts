import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import type { Log } from "../log.ts";
import { engineEnvironment, findEngine } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";
import { clearLeftover } from "./leftover.ts";
import { chooseOwner } from "./owner.ts";
import { dataFolder, type Place, prepare, runFolder, user } from "./place.ts";
import { keepRunning } from "./postmaster.ts";

/** A PostgreSQL of our own, reachable only through a socket in a folder that only its user may enter. */
export interface Postgres {
  /** The connection address of a database; it is made when it is missing. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

async function createDatabase(url: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts a PostgreSQL with its data in `folder`/postgres. Throws StartupError when the folder is in use, the system lacks something or it says nothing for
 * `silentMs`.
 */
export async function startPostgres(folder: string, now: () => Date, log: Log, silentMs = 60_000): Promise<Postgres> {
  mkdirSync(folder, { recursive: true });
  const unlock = lockFolder(folder, now, log);
  let made: string | null = null;
  const clear = () => {
    if (made !== null) rmSync(made, { recursive: true, force: true });
    unlock();
  };
  try {
    const owner = chooseOwner(join(folder, "postgres"));
    const engine = findEngine(owner);
    const data = dataFolder(folder, owner, log);
    await clearLeftover(data, log);
    made = runFolder(owner);
    const place: Place = { engine, owner, data, run: made, env: engineEnvironment(engine, join(made, "lib")) };
    await prepare(place);
    const urlOf = (database: string) => `postgresql://${user}@/${database}?host=${encodeURIComponent(join(place.run, "socket"))}`;
    const stop = await keepRunning(place, urlOf("postgres"), silentMs, log);
    return {
      async database(name) {
        await createDatabase(urlOf("postgres"), name);
        return urlOf(name);
      },
      async stop() {
        await stop();
        clear();
      },
    };
  } catch (thrown) {
    clear();
    throw thrown;
  }
}
