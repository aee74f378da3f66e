import { chmodSync, chownSync, existsSync, lchownSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { StartupError } from "../startup-error.ts";

/** The user under whom PostgreSQL runs when the server is root, which PostgreSQL refuses. */
export interface Owner {
  readonly uid: number;
  readonly gid: number;
}

function userNamed(name: string): Owner | null {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Null for an ordinary user. For root: whose the data already is, else `postgres`, else `nobody`. */
export function chooseOwner(dataFolder: string): Owner | null {
  if (process.getuid === undefined) throw new StartupError("The server's own PostgreSQL does not run on this system: set DATABASE_URL.");
  if (process.getuid() !== 0) return null;
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder);
    if (uid !== 0) return { uid, gid };
  }
  const owner = userNamed("postgres") ?? userNamed("nobody");
  if (owner === null)
    throw new StartupError("PostgreSQL refuses to run as root and there is no user postgres or nobody: start as an ordinary user.");
  return owner;
}

/** True when `owner` may pass through every folder down to `path`. */
export function isReachable(path: string, owner: Owner): boolean {
  for (let folder = path; ; folder = dirname(folder)) {
    const { mode, uid, gid } = statSync(folder);
    const bits = uid === owner.uid ? mode >> 6 : gid === owner.gid ? mode >> 3 : mode;
    if ((bits & 1) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * Makes a folder, with those above it, that others may pass through, whatever this process's umask is. Leaves folders alone that are there. One by one: where
 * the system refuses it (below /proc, say), Node's own way tries for ever.
 */
export function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeOpenFolder(dirname(folder));
  try {
    mkdirSync(folder);
    chmodSync(folder, statSync(folder).mode | 0o111);
  } catch (thrown) {
    // Another server that starts made it.
    if (!existsSync(folder)) throw thrown;
  }
}

/** The folder for what another user must reach when the project's own folder is closed. */
export const sharedPlace = "/var/lib/fanswer";

/** Makes that folder. */
export function sharedFolder(): string {
  makeOpenFolder(sharedPlace);
  return sharedPlace;
}

/** Makes `owner` the owner of `path` and all below it. */
export function giveTo(path: string, { uid, gid }: Owner): void {
  for (const entry of readdirSync(path, { recursive: true, encoding: "utf8" })) lchownSync(join(path, entry), uid, gid);
  chownSync(path, uid, gid);
}
