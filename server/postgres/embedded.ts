import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Log } from "../log.ts";
import { withClient } from "../store/pool.ts";
import { hasDatabase } from "../store/session.ts";
import { one } from "../store/statement.ts";
import { type DataPlace, makeDataDir, placeOfData } from "./data-folder.ts";
import { findEngine } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";
import { onFolder } from "./folder-trouble.ts";
import { clearLeftover } from "./leftover.ts";
import { chooseOwner, type Owner } from "./owner.ts";
import { type PostgresPlace, prepare, user } from "./place.ts";
import { keepRunning } from "./postmaster.ts";
import { furnish, makeRunFolder } from "./run-folder.ts";

/** A PostgreSQL of our own, reachable only through a socket in a folder that only its user may enter. */
export interface Postgres {
  /** The connection address of a database; it is made when it is missing. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

interface Options {
  /** How long it may say nothing while it starts. */
  readonly silentMs?: number;
  /** Aborts when the start is to be given up. */
  readonly asked?: AbortSignal;
  /** Whether new data may take the place of data that is gone, as when a backup is restored. */
  readonly mayReplace?: boolean;
}

function createDatabase(url: string, name: string): Promise<void> {
  return withClient(url, async (client) => {
    if (!(await one(client, hasDatabase, name)).yes) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  });
}

async function bringUp(run: string, owner: Owner | null, { data, keep }: DataPlace, log: Log, options: Options) {
  const { silentMs = 60_000, asked = new AbortController().signal } = options;
  const engine = findEngine(owner);
  await clearLeftover(data, log);
  const place: PostgresPlace = { engine, owner, data, run, env: furnish(run, engine, owner) };
  await prepare(place);
  keep();
  asked.throwIfAborted();
  const urlOf = (database: string) => `postgresql://${user}@/${database}?host=${encodeURIComponent(join(run, "socket"))}`;
  return { urlOf, end: await keepRunning(place, urlOf("postgres"), silentMs, log, asked) };
}

/**
 * Starts a PostgreSQL with its data in `folder`/postgres. Throws StartupError when the folder is in use or not what it should be, the system lacks something
 * or it says nothing for `silentMs`; the reason of `asked` when that aborts meanwhile. A process that ends without stopping it still stops it and gives the
 * folder free.
 */
export async function startPostgres(folder: string, now: () => Date, log: Log, options: Options = {}): Promise<Postgres> {
  let made: string | null = null;
  let unlock = () => {};
  let forget = () => {};
  const clear = () => {
    process.off("exit", clear);
    if (made !== null) rmSync(made, { recursive: true, force: true });
    forget();
    unlock();
  };
  try {
    makeDataDir(folder);
    unlock = await lockFolder(folder, now, log);
    process.on("exit", clear);
    const owner = chooseOwner(join(folder, "postgres"));
    const place = placeOfData(folder, owner, options.mayReplace ?? false);
    forget = place.forget;
    if (place.data !== join(folder, "postgres")) log("info", "data_elsewhere", { folder: place.data });
    made = makeRunFolder(owner);
    const { urlOf, end } = await bringUp(made, owner, place, log, options);
    return {
      async database(name) {
        await createDatabase(urlOf("postgres"), name);
        return urlOf(name);
      },
      async stop() {
        await end();
        clear();
      },
    };
  } catch (thrown) {
    clear();
    throw onFolder(folder, thrown);
  }
}
