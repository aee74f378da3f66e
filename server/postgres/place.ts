import { type ExecFileOptions, execFile } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import type { Engine } from "./engine.ts";
import { runPrefix } from "./leftover.ts";
import { giveTo, isReachable, type Owner, sharedFolder } from "./owner.ts";

/** The database's user; the socket's folder decides who may be it. */
export const user = "fanswer";

/** Where a PostgreSQL lives, and as whom. */
export interface Place {
  readonly engine: Engine;
  readonly owner: Owner | null;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** Short-lived folder for the socket: a socket's path may have 107 bytes. */
  readonly run: string;
  readonly env: Record<string, string>;
}

/** `folder`/postgres, or what a link there leads to: a folder that `owner` can reach. */
export function dataFolder(folder: string, owner: Owner | null, log: Log): string {
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

/** A new short-lived folder; only the user PostgreSQL runs as may enter its `socket`. */
export function runFolder(owner: Owner | null): string {
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

/** Sees to it that the data folder is there, of the engine's version, and its user's. */
export async function prepare(place: Place): Promise<void> {
  const version = await program(place.engine, "postgres", ["--version"], { env: place.env, ...place.owner });
  if (!existsSync(place.data)) await create(place);
  checkVersion(place, version);
  if (place.owner !== null && statSync(place.data).uid !== place.owner.uid) giveTo(place.data, place.owner);
}
