import { realpathSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Removes a data folder whose server has ended, also where its PostgreSQL, started by root, keeps its files elsewhere behind a link. */
export function removeDataFolder(folder: string): void {
  rmSync(dirname(realpathSync(join(folder, "postgres"))), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
}
