import { createHash } from "node:crypto";
import { existsSync, lstatSync, readdirSync, readlinkSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { StartupError } from "../startup-error.ts";
import { isReachable, makeOpenFolder, type Owner, sharedPlace } from "./owner.ts";

/** Where the server keeps a secret of its own; where it is, there was a community. */
export const secretFile = "secret.key";

/** Where the target of a link is missing: what it names; null for anything else. */
function missingTarget(path: string): string | null {
  if (existsSync(path) || !lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) return null;
  return resolve(dirname(path), readlinkSync(path));
}

/** Makes the folder of `DATA_DIR`. Throws StartupError where it leads nowhere or is something else. */
export function makeDataDir(folder: string): void {
  const target = missingTarget(folder);
  if (target !== null)
    throw new StartupError(`The data folder ${folder} is a link to ${target}, which is not there: mount or restore it, or set DATA_DIR.`);
  if (lstatSync(folder, { throwIfNoEntry: false })?.isFile())
    throw new StartupError(`The data folder ${folder} is a file: set DATA_DIR to a folder.`);
  makeOpenFolder(folder);
}

/** What stands in a folder instead of PostgreSQL's data, and what to do about it. */
function instead(names: readonly string[]): string {
  const files = names.filter((name) => name !== "lost+found");
  if (files.length > 0)
    return `holds ${files.slice(0, 3).join(", ")} and no PostgreSQL's data: set DATA_DIR to another folder, or move these away`;
  if (names.length > 0)
    return "is the top of an empty volume: mount that at DATA_DIR, not below it, or mount the volume that holds the data";
  return "is empty: if a volume belongs there, mount it; a new one is mounted at DATA_DIR, not below it; otherwise remove the folder";
}

/** Throws StartupError for a folder without PostgreSQL's data: one that a volume belongs to, or other people's. */
function checkHolds(real: string): void {
  if (existsSync(join(real, "PG_VERSION"))) return;
  throw new StartupError(`The folder ${real} ${instead(readdirSync(real))}.`);
}

/** Throws StartupError where there was a community already, whose data is gone: never may a new one begin in its place unasked. */
function checkFirst(folder: string): void {
  const key = join(folder, secretFile);
  if (!existsSync(key)) return;
  throw new StartupError(
    `The data of the community in ${folder} is not there (no folder "postgres" beside ${key}): bring it back, restore a backup with --restore, or delete that file to begin anew.`,
  );
}

/** Where PostgreSQL's data is, or is to be made. */
export interface DataPlace {
  readonly data: string;
  /** To be called once the data is there. Without it a later start would not find data that stands elsewhere. */
  keep(): void;
  /** To be called when the start is given up: nothing stays that no later start would find. */
  forget(): void;
}

/** Where the data of `folder` stands when PostgreSQL's user cannot reach that. */
export const elsewhereOf = (folder: string): string => join(sharedPlace, createHash("sha256").update(folder).digest("hex").slice(0, 16));

/**
 * `folder`/postgres, or what a link there leads to: a folder that `owner` can reach. Where `folder` is closed to `owner`, new data stands below /var/lib.
 * Throws StartupError rather than beginning anew where data was, unless `mayReplace`.
 */
export function placeOfData(folder: string, owner: Owner | null, mayReplace: boolean): DataPlace {
  const data = join(folder, "postgres");
  const target = missingTarget(data);
  if (target !== null) {
    throw new StartupError(
      `${data} is a link to ${target}, which is not there: bring the data back to that place, or restore a backup with --restore into another DATA_DIR. To begin an empty community, delete the link.`,
    );
  }
  if (existsSync(data)) {
    const real = realpathSync(data);
    checkReachable(real, owner);
    checkHolds(real);
    return { data: real, keep: () => {}, forget: () => {} };
  }
  if (!mayReplace) checkFirst(folder);
  if (owner === null || isReachable(folder, owner)) return { data, keep: () => {}, forget: () => {} };
  const elsewhere = elsewhereOf(folder);
  makeOpenFolder(elsewhere);
  const there = join(elsewhere, basename(data));
  const forget = () => {
    if (missingTarget(data) === null && !existsSync(data)) rmSync(elsewhere, { recursive: true, force: true });
  };
  return { data: there, keep: () => symlinkSync(there, data), forget };
}

function checkReachable(real: string, owner: Owner | null): void {
  if (owner === null || isReachable(dirname(real), owner)) return;
  throw new StartupError(
    `PostgreSQL cannot run as root, and a folder above ${real} is closed to other users: open it (chmod o+x) or move DATA_DIR.`,
  );
}
