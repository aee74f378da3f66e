import { type ExecFileOptions, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import { type Engine, engineEnvironment, findEngine } from "./engine.ts";
import { lockFolder } from "./folder-lock.ts";
import { clearLeftover, runPrefix } from "./leftover.ts";
import { chooseOwner, giveTo, isReachable, type Owner, sharedFolder } from "./owner.ts";

/** A PostgreSQL of our own, reachable only through a socket in a folder that only its user may enter. */
export interface Postgres {
  /** The connection address of a database; it is made when it is missing. */
  database(name: string): Promise<string>;
  stop(): Promise<void>;
}

const user = "fanswer";
const startMs = 60_000;

/** Durable by default (fsync stays on); no statement of ours lives long enough for jit. */
const settings = {
  listen_addresses: "",
  max_connections: "100",
  shared_buffers: "64MB",
  jit: "off",
  log_min_messages: "warning",
  log_min_error_statement: "panic",
} as const;

interface Place {
  readonly engine: Engine;
  readonly owner: Owner | null;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** Short-lived folder for the socket: a socket's path may have 107 bytes. */
  readonly run: string;
  readonly env: Record<string, string>;
}

/** `folder`/postgres, or what a link there leads to: a folder that `owner` can reach. */
function dataFolder(folder: string, owner: Owner | null, log: Log): string {
  const data = join(folder, "postgres");
  if (existsSync(data)) {
    const real = realpathSync(data);
    if (owner === null || isReachable(dirname(real), owner)) return real;
    throw new StartupError(
      `PostgreSQL cannot run as root, and a folder above ${real} is closed to other users: open it (chmod o+x) or move DATA_DIR.`,
    );
  }
  if (owner === null || isReachable(folder, owner)) return data;
  const elsewhere = join(sharedFolder(), createHash("sha256").update(folder).digest("hex").slice(0, 16));
  mkdirSync(elsewhere, { recursive: true, mode: 0o755 });
  log("warn", "data_elsewhere", { folder: elsewhere, because: "the data folder is closed to the user PostgreSQL runs as" });
  rmSync(data, { force: true });
  symlinkSync(join(elsewhere, "postgres"), data);
  return join(elsewhere, "postgres");
}

function runFolder(owner: Owner | null): string {
  const base = tmpdir().length < 60 ? tmpdir() : "/tmp";
  const run = mkdtempSync(join(base, runPrefix));
  chmodSync(run, 0o755);
  mkdirSync(join(run, "socket"), { mode: 0o700 });
  if (owner !== null) giveTo(run, owner);
  return run;
}

/** Runs a program of the engine; gives what it printed. */
async function program(engine: Engine, name: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(join(engine.bin, name), args, { ...options, encoding: "utf8" });
    return stdout.trim();
  } catch (thrown) {
    const said = thrown instanceof Error && "stderr" in thrown ? String(thrown.stderr).trim() : String(thrown);
    throw new StartupError(`${name} of ${engine.bin} failed: ${said}`, { cause: thrown });
  }
}

/** Makes the data folder, under another name until it is whole. */
async function create({ engine, owner, data, env }: Place): Promise<void> {
  const making = `${data}.new`;
  rmSync(making, { recursive: true, force: true });
  mkdirSync(making, { mode: 0o700 });
  if (owner !== null) giveTo(making, owner);
  const args = ["-D", making, "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"];
  await program(engine, "initdb", args, { env, cwd: making, ...owner });
  renameSync(making, data);
}

function checkVersion({ engine, data }: Place, version: string): void {
  const major = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version.split(".")[0]?.endsWith(` ${major}`)) return;
  throw new StartupError(
    `The data in ${data} is PostgreSQL ${major}'s, but ${engine.bin} holds "${version}": move the data with pg_upgrade or pg_dump.`,
  );
}

async function accepts(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/** Starts the postmaster and waits until it takes connections. */
async function run({ engine, owner, data, run: folder, env }: Place, url: string) {
  const log = join(folder, "log");
  const output = openSync(log, "w");
  const options = Object.entries({ ...settings, unix_socket_directories: join(folder, "socket") }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  // A session of its own: Ctrl+C in a terminal must not reach it before the server has finished.
  const child = spawn(join(engine.bin, "postgres"), ["-D", data, ...options], {
    env,
    cwd: data,
    detached: true,
    stdio: ["ignore", output, output],
    ...owner,
  });
  closeSync(output);
  const ended = once(child, "exit");
  for (let waited = 0; waited < startMs && child.exitCode === null && child.signalCode === null; waited += 20) {
    if (await accepts(url)) return { child, ended };
    await sleep(20);
  }
  child.kill("SIGQUIT");
  throw new StartupError(`PostgreSQL does not start: ${readFileSync(log, "utf8").trim().split("\n").slice(-3).join(" ")}`);
}

/** Prepares the folders and starts PostgreSQL in them; after a crash of its own it is started again. */
async function startIn(place: Place, log: Log): Promise<Postgres> {
  const urlOf = (database: string) => `postgresql://${user}@/${database}?host=${encodeURIComponent(join(place.run, "socket"))}`;
  const version = await program(place.engine, "postgres", ["--version"], { env: place.env, ...place.owner });
  if (!existsSync(place.data)) await create(place);
  checkVersion(place, version);
  if (place.owner !== null && statSync(place.data).uid !== place.owner.uid) giveTo(place.data, place.owner);
  let isStopping = false;
  let current = await run(place, urlOf("postgres"));
  const watch = (): void => {
    void current.ended.then(async () => {
      for (let pauseMs = 100; !isStopping; pauseMs = Math.min(pauseMs * 2, 5_000)) {
        log("error", "postgres_ended", { restartInMs: pauseMs });
        await sleep(pauseMs);
        if (isStopping) return;
        try {
          current = await run(place, urlOf("postgres"));
          return watch();
        } catch {
          // Its remains may still hold the shared memory for a moment.
        }
      }
    });
  };
  watch();
  return {
    async database(name) {
      const client = new pg.Client({ connectionString: urlOf("postgres") });
      await client.connect();
      try {
        const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
        if (rowCount === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
      } finally {
        await client.end();
      }
      return urlOf(name);
    },
    async stop() {
      isStopping = true;
      const kill = setTimeout(() => current.child.kill("SIGQUIT"), 10_000);
      current.child.kill("SIGINT");
      await current.ended;
      clearTimeout(kill);
    },
  };
}

/** Starts a PostgreSQL with its data in `folder`/postgres. Throws StartupError when the folder is in use or the system lacks something. */
export async function startPostgres(folder: string, now: () => Date, log: Log): Promise<Postgres> {
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
    const postgres = await startIn({ engine, owner, data, run: made, env: engineEnvironment(engine, join(made, "lib")) }, log);
    return {
      ...postgres,
      async stop() {
        await postgres.stop();
        clear();
      },
    };
  } catch (thrown) {
    clear();
    throw thrown;
  }
}
