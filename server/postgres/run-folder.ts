import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { StartupError } from "../startup-error.ts";
import { type Engine, engineEnvironment } from "./engine.ts";
import { runPrefix } from "./leftover.ts";
import { giveTo, isReachable, type Owner } from "./owner.ts";

/** A socket's path may have 107 bytes, of which PostgreSQL's own name takes some. */
const longestBase = 60;

function baseFor(owner: Owner | null): string {
  const found = [tmpdir(), "/tmp", "/var/tmp"].find(
    (folder) => folder.length < longestBase && existsSync(folder) && (owner === null || isReachable(folder, owner)),
  );
  if (found === undefined)
    throw new StartupError(`There is no folder for a short-lived socket: set TMPDIR to one that other users may enter.`);
  return found;
}

/** A new short-lived folder with a short path. */
export function makeRunFolder(owner: Owner | null): string {
  return mkdtempSync(join(baseFor(owner), runPrefix));
}

/**
 * Puts into the folder what PostgreSQL needs to run, also again when something has cleared it away meanwhile; only the user it runs as may enter its
 * `socket`. Gives the environment for its programs.
 */
export function furnish(run: string, engine: Engine, owner: Owner | null): Record<string, string> {
  const socket = join(run, "socket");
  const libraries = join(run, "lib");
  mkdirSync(socket, { recursive: true });
  chmodSync(run, 0o755);
  chmodSync(socket, 0o700);
  rmSync(libraries, { recursive: true, force: true });
  const env = engineEnvironment(engine, libraries);
  if (owner !== null) giveTo(run, owner);
  return env;
}
