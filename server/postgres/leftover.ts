import { readFileSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";

/** Begins the name of every folder that holds our sockets. */
export const runPrefix = "fanswer-";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Whether process `pid` is the PostgreSQL of `data`: not a later process with its number, nor one that ended and was not yet reaped. */
function isPostgresOf(pid: number, data: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(data);
  } catch {
    // Without /proc the number has to do: PostgreSQL itself trusts it too.
    return process.platform !== "linux" && isAlive(pid);
  }
}

async function stop(pid: number, data: string): Promise<void> {
  // SIGINT stops quickly and in order, SIGQUIT at once; both are safe for the data.
  for (const [signal, waitMs] of [
    ["SIGINT", 20_000],
    ["SIGQUIT", 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended by itself; a process that we may not end is still there below.
    }
    for (let waited = 0; waited < waitMs; waited += 50) {
      if (!isPostgresOf(pid, data)) return;
      await sleep(50);
    }
  }
  throw new StartupError(`A PostgreSQL of a former server (process ${pid}) does not stop; end it by hand.`);
}

/** After a server was killed its PostgreSQL may still run on `data`: stops it, and removes what it left. Nobody else may hold the folder. */
export async function clearLeftover(data: string, log: Log): Promise<void> {
  const file = join(data, "postmaster.pid");
  let lines: string[];
  try {
    lines = readFileSync(file, "utf8").split("\n");
  } catch {
    return;
  }
  const pid = Number(lines[0]);
  const run = dirname(lines[4] ?? "");
  if (isPostgresOf(pid, data)) {
    log("warn", "stopping_leftover_postgres", { pid });
    await stop(pid, data);
  }
  rmSync(file, { force: true });
  if (basename(run).startsWith(runPrefix)) rmSync(run, { recursive: true, force: true });
}
