import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { elsewhereOf } from "../../server/postgres/data-folder.ts";

/** How long processes may take to end by themselves. */
const patienceMs = 20_000;

function read(path: string, how: (path: string) => string): string {
  try {
    return how(path);
  } catch {
    return "";
  }
}

/** Processes that stand in a folder or were given it by their environment (Linux; elsewhere none is found). */
export function processesIn(folder: string): number[] {
  const pids = existsSync("/proc/self/environ") ? readdirSync("/proc").filter((name) => /^\d+$/.test(name)) : [];
  return pids.map(Number).filter((pid) => {
    if (pid === process.pid) return false;
    const environment = read(`/proc/${pid}/environ`, (path) => readFileSync(path, "latin1"));
    return environment.includes(folder) || read(`/proc/${pid}/cwd`, readlinkSync).startsWith(folder);
  });
}

/** Waits until nobody uses a folder any more; whoever stays for too long is killed. */
async function untilUnused(folder: string): Promise<void> {
  for (const begun = performance.now(); processesIn(folder).length > 0; await sleep(50)) {
    if (performance.now() - begun < patienceMs) continue;
    for (const pid of processesIn(folder)) process.kill(pid, "SIGKILL");
  }
}

/** The folders that a data folder may be among. */
const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name, parentPath }) => join(parentPath, name));

/** Removes a folder once nobody uses it, with the data of PostgreSQLs that root keeps elsewhere behind a link. */
async function remove(folder: string): Promise<void> {
  await untilUnused(folder);
  for (const { name, parentPath } of readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isSymbolicLink(),
  )) {
    const link = join(parentPath, name);
    if (name === "postgres" && existsSync(link)) rmSync(dirname(realpathSync(link)), { recursive: true, force: true });
  }
  // Also of those that were killed before the link was made.
  for (const data of [folder, ...foldersIn(folder)]) rmSync(elsewhereOf(data), { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

/**
 * Does `work` with a short-lived folder that others may enter, below `base` (the system's own place where left out). However the work ends, the folder is
 * removed once everything that was started on it has ended.
 */
export async function withScratch<T>(work: (folder: string) => Promise<T>, base = tmpdir()): Promise<T> {
  const folder = mkdtempSync(join(base, "fanswer-run-"));
  chmodSync(folder, 0o755);
  try {
    return await work(folder);
  } finally {
    await remove(folder);
  }
}
