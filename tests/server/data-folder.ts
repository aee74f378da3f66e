import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, inject } from "vitest";

/** Gives an empty data folder what a first start would make in it, for tests that are about something else. */
export function giveData(folder: string): void {
  const data = inject("data");
  if (data !== null) execFileSync("cp", ["-a", data, join(folder, "postgres")]);
}

/** Process number of the PostgreSQL on a data folder; null when it is not there. */
export function postmasterOf(folder: string): number | null {
  const file = join(folder, "postgres", "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : null;
}

export function isRunning(pid: number): boolean {
  try {
    // One that ended and was not yet reaped has an empty command line.
    return readFileSync(`/proc/${pid}/cmdline`, "utf8") !== "";
  } catch {
    return false;
  }
}

/** Folders for a test, which others may enter; they and what root's PostgreSQL keeps elsewhere are removed after it. */
export function useFolders(): () => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) {
      const data = join(folder, "postgres");
      if (existsSync(data) && realpathSync(data) !== data) rmSync(dirname(realpathSync(data)), { recursive: true });
      rmSync(folder, { recursive: true });
    }
  });
  return () => {
    const folder = mkdtempSync(join(tmpdir(), "fanswer-test-"));
    chmodSync(folder, 0o755);
    made.push(folder);
    return folder;
  };
}
