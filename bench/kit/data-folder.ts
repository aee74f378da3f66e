import { chmodSync, existsSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** A folder on the project's disk for a server's data; should the benchmark end early, it is removed by who started it. */
export function newDataFolder(): string {
  const base = process.env.FANSWER_BENCH;
  if (base === undefined) throw new Error("Start benchmarks with: npm run bench -- NAME");
  const folder = mkdtempSync(join(base, "data-"));
  // Where root starts it, PostgreSQL is another user's.
  chmodSync(folder, 0o755);
  return folder;
}

/** Removes a data folder whose server has ended, also where its PostgreSQL, started by root, keeps its files elsewhere behind a link. */
export function removeDataFolder(folder: string): void {
  const data = join(folder, "postgres");
  if (existsSync(data)) rmSync(dirname(realpathSync(data)), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}
