import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";

interface Holder {
  readonly pid: number;
  /** Tells this process from a later one with the same number. */
  readonly born: string;
  readonly host: string;
  readonly since: string;
}

/** When process `pid` began, in the system's own words; null when there is none. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform !== "linux") return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    // Field 22 counts from the boot; the name in field 2 may hold spaces.
    const ticks = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
    return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()}:${ticks}`;
  } catch {
    return null;
  }
}

function read(file: string): { text: string; holder: Holder | null } | null {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return null;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text, holder: null };
  }
}

function refuse(file: string, { pid, host, since }: Holder): never {
  const elsewhere = host === hostname() ? "" : ` If that machine no longer runs it, delete ${file}.`;
  throw new StartupError(`The data folder is in use by process ${pid} on ${host} since ${since}; two servers never share one.${elsewhere}`);
}

/** Puts aside a lock whose owner is gone; a lock that somebody made in the same moment is put back. */
function clearStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (readFileSync(aside, "utf8") !== stale) linkSync(aside, file);
    rmSync(aside);
  } catch {
    // Somebody else cleared it first: the next try at the lock decides.
  }
}

/** Takes the lock on `folder`, or throws StartupError naming its owner. Returns what gives it back. */
export function lockFolder(folder: string, now: () => Date, log: Log): () => void {
  const file = join(folder, "server.lock");
  const mine = JSON.stringify({
    pid: process.pid,
    born: birthOf(process.pid) ?? "",
    host: hostname(),
    since: now().toISOString(),
  } satisfies Holder);
  const making = `${file}.${process.pid}`;
  writeFileSync(making, mine);
  try {
    for (let tries = 0; tries < 10; tries++) {
      try {
        // A link appears whole or not at all.
        linkSync(making, file);
        return () => {
          if (read(file)?.text === mine) rmSync(file, { force: true });
        };
      } catch (thrown) {
        if (!(thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST")) throw thrown;
      }
      const found = read(file);
      if (found === null) continue;
      const { holder } = found;
      if (holder !== null && (holder.host !== hostname() || birthOf(holder.pid) === holder.born)) refuse(file, holder);
      log("warn", "stale_lock", { pid: holder?.pid ?? null });
      clearStale(file, found.text);
    }
    throw new StartupError(`The lock ${file} could not be taken: other servers are starting on the same folder.`);
  } finally {
    rmSync(making, { force: true });
  }
}
