import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, readlinkSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";

interface Holder {
  readonly pid: number;
  /** Tells this process from a later one with the same number. */
  readonly born: string;
  readonly host: string;
  readonly since: string;
  /** Where `pid` counts: a container has numbers of its own. Earlier releases did not say, nor did they touch the lock while they ran. */
  readonly space?: string;
}

/** How often the holder touches the lock, and when one that nobody touches is given up by those who cannot look for its process. */
interface Beat {
  readonly everyMs: number;
  readonly silentMs: number;
}

const usualBeat: Beat = { everyMs: 2_000, silentMs: 12_000 };
/** How often a lock of elsewhere is looked at meanwhile. */
const looks = 60;

const bootId = (): string => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();

/** When process `pid` began, in the system's own words; null when there is none. */
function birthOf(pid: number): string | null {
  try {
    if (process.platform !== "linux") return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
    // Field 22 counts from the boot; the name in field 2 may hold spaces.
    const ticks = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ")[19];
    return `${bootId()}:${ticks}`;
  } catch {
    return null;
  }
}

/** Names the machine and, within it, the container whose process numbers this process sees. */
function ownSpace(): string {
  return process.platform === "linux" ? `${bootId()} ${readlinkSync("/proc/self/ns/pid")}` : hostname();
}

function read(file: string): { text: string; holder: Holder | null; touchedMs: number } | null {
  let text: string;
  let touchedMs: number;
  try {
    text = readFileSync(file, "utf8");
    touchedMs = statSync(file).mtimeMs;
  } catch {
    return null;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder, touchedMs };
  } catch {
    return { text, holder: null, touchedMs };
  }
}

function refuse(file: string, { pid, host, since }: Holder): never {
  const elsewhere = host === hostname() ? "" : ` If that machine or container no longer runs it, delete ${file}.`;
  throw new StartupError(`The data folder is in use by process ${pid} on ${host} since ${since}; two servers never share one.${elsewhere}`);
}

/** Whether the lock's owner is gone. A process of another machine or container is not to be seen: whether it touches its lock is. */
async function isGone(
  file: string,
  { holder, text, touchedMs }: NonNullable<ReturnType<typeof read>>,
  log: Log,
  { silentMs }: Beat,
): Promise<boolean> {
  if (holder === null) return true;
  const isNear = holder.space === undefined ? holder.host === hostname() : holder.space === ownSpace();
  if (isNear) return birthOf(holder.pid) !== holder.born;
  if (holder.space === undefined) return false;
  log("warn", "lock_of_elsewhere", { pid: holder.pid, waitingMs: silentMs });
  for (let look = 0; look < looks; look++) {
    await sleep(silentMs / looks);
    const now = read(file);
    if (now?.text !== text) return true;
    if (now.touchedMs !== touchedMs) return false;
  }
  return true;
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

/** Makes the lock with the text `mine`, whole or not at all; false when there is one. */
function take(file: string, mine: string): boolean {
  const making = `${file}.${process.pid}`;
  try {
    writeFileSync(making, mine);
    linkSync(making, file);
    return true;
  } catch (thrown) {
    if (thrown instanceof Error && "code" in thrown && thrown.code === "EEXIST") return false;
    throw thrown;
  } finally {
    rmSync(making, { force: true });
  }
}

/** Touches the lock for as long as it is ours. A server that lost it must not go on: the data is another one's. Returns what ends that. */
function keepTouching(file: string, mine: string, { everyMs }: Beat): () => void {
  const touch = () => {
    const now = new Date();
    try {
      // Somebody may have deleted it.
      if (read(file) === null) take(file, mine);
      utimesSync(file, now, now);
    } catch {
      // A disk that is full or away: the next touch may succeed.
    }
  };
  const touching = setInterval(() => {
    const found = read(file);
    if (found !== null && found.text !== mine) throw new Error(`the lock ${file} was taken by another server`);
    touch();
  }, everyMs);
  touching.unref();
  return () => clearInterval(touching);
}

/** Takes the lock on `folder`, or throws StartupError naming its owner. Returns what gives it back. */
export async function lockFolder(folder: string, now: () => Date, log: Log, beat = usualBeat): Promise<() => void> {
  const file = join(folder, "server.lock");
  const mine = JSON.stringify({
    pid: process.pid,
    born: birthOf(process.pid) ?? "",
    host: hostname(),
    since: now().toISOString(),
    space: ownSpace(),
  } satisfies Holder);
  for (let tries = 0; tries < 10; tries++) {
    if (take(file, mine)) {
      const endTouching = keepTouching(file, mine, beat);
      return () => {
        endTouching();
        if (read(file)?.text === mine) rmSync(file, { force: true });
      };
    }
    const found = read(file);
    if (found === null) continue;
    if (found.holder !== null && !(await isGone(file, found, log, beat))) refuse(file, found.holder);
    if (read(file)?.text !== found.text) continue;
    log("warn", "stale_lock", { pid: found.holder?.pid ?? null });
    clearStale(file, found.text);
  }
  throw new StartupError(`The lock ${file} could not be taken: other servers are starting on the same folder.`);
}
