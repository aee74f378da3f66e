import { type ExecFileOptions, execFile } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { promisify } from "node:util";
import { endWithUs } from "../process/end-with-us.ts";
import { StartupError } from "../startup-error.ts";
import type { Engine } from "./engine.ts";
import { giveTo, type Owner } from "./owner.ts";

/** The database's user; the socket's folder decides who may be it. */
export const user = "fanswer";

/** Where a PostgreSQL lives, and as whom. */
export interface PostgresPlace {
  readonly engine: Engine;
  readonly owner: Owner | null;
  /** PostgreSQL's data folder. */
  readonly data: string;
  /** Short-lived folder for the socket: a socket's path may have 107 bytes. */
  readonly run: string;
  readonly env: Record<string, string>;
}

/** Runs a program of the engine; gives what it printed. */
async function program(engine: Engine, name: string, args: readonly string[], options: ExecFileOptions): Promise<string> {
  const running = promisify(execFile)(join(engine.bin, name), args, { ...options, encoding: "utf8" });
  const { pid } = running.child;
  const release = pid === undefined ? () => {} : endWithUs(pid, "TERM", { uid: options.uid, gid: options.gid });
  try {
    return (await running).stdout.trim();
  } catch (thrown) {
    const said = thrown instanceof Error && "stderr" in thrown ? String(thrown.stderr).trim() : String(thrown);
    throw new StartupError(`${name} of ${engine.bin} failed: ${said || (thrown as Error).message}`, { cause: thrown });
  } finally {
    release();
  }
}

/** Removes what starts that were killed have begun. A program that one of them left may still write there: the next start finds what stays now. */
function clearBegun(begun: string): void {
  for (const name of readdirSync(dirname(begun)).filter((name) => name.startsWith(basename(begun)))) {
    try {
      rmSync(join(dirname(begun), name), { recursive: true, force: true });
    } catch {
      // It goes with the next start.
    }
  }
}

/** Makes the data folder, under another name until it is whole. */
async function create({ engine, owner, data, env }: PostgresPlace): Promise<void> {
  const begun = `${data}.new`;
  clearBegun(begun);
  const making = mkdtempSync(begun);
  if (owner !== null) giveTo(making, owner);
  const args = ["-D", making, "-U", user, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"];
  try {
    await program(engine, "initdb", args, { env, cwd: making, ...owner });
  } catch (thrown) {
    rmSync(making, { recursive: true, force: true });
    throw thrown;
  }
  renameSync(making, data);
}

function checkVersion({ engine, data }: PostgresPlace, version: string): void {
  const major = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  if (version.split(".")[0]?.endsWith(` ${major}`)) return;
  throw new StartupError(
    `The data in ${data} is PostgreSQL ${major}'s, but ${engine.bin} holds "${version}": start the release that made it, write a backup (--backup) and restore it with this one (--restore) into another DATA_DIR, or move the data with pg_upgrade.`,
  );
}

/** PostgreSQL runs on a folder that its own user may write and no other; a volume's driver or a copy may have changed both. */
function settleRights({ data, owner }: PostgresPlace): void {
  const { uid, mode } = statSync(data);
  if (owner !== null && uid !== owner.uid) giveTo(data, owner);
  if ((mode & 0o727) !== 0o700) chmodSync(data, 0o700);
}

/** Sees to it that the data folder is there, of the engine's version, and its user's. */
export async function prepare(place: PostgresPlace): Promise<void> {
  const version = await program(place.engine, "postgres", ["--version"], { env: place.env, ...place.owner });
  if (!existsSync(place.data)) await create(place);
  checkVersion(place, version);
  settleRights(place);
}
