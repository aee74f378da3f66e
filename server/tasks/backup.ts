import { lstatSync } from "node:fs";
import { dirname } from "node:path";
import { checkBackup, openBackup } from "../backup/read.ts";
import { restoreBackup } from "../backup/restore.ts";
import { writeBackup } from "../backup/write.ts";
import type { Config } from "../config.ts";
import { onDatabase, said, withPostgres } from "../database/existing.ts";
import { migrate } from "../database/migrate.ts";
import { readyDatabase } from "../database/open.ts";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import { withClient } from "../store/pool.ts";

export function checkTarget(file: string): void {
  if (!lstatSync(dirname(file), { throwIfNoEntry: false })) throw new StartupError(`There is no folder ${dirname(file)}.`);
  const there = lstatSync(file, { throwIfNoEntry: false });
  if (there && !there.isFile()) throw new StartupError(`${file} is no ordinary file: name one that is to be written.`);
}

/** `--backup FILE`: gives the number of rows written, and read back. The server may run. */
export async function backUp(config: Config, file: string, now: () => Date, log: Log, signal: AbortSignal): Promise<number> {
  checkTarget(file);
  return onDatabase(config, now, log, signal, (url) => withClient(url, (client) => writeBackup(client, file, now(), signal)));
}

/** `--restore FILE`: gives the number of rows. The server must not run on the same data. */
export async function restore(config: Config, file: string, now: () => Date, log: Log, signal: AbortSignal): Promise<number> {
  // Read to its end before anything is made: half a backup leaves no trace.
  await checkBackup(file, signal);
  const { head, rows } = await openBackup(file);
  await rows.return(undefined);
  const fill = async (url: string) => {
    await readyDatabase(url, log, signal, head.step);
    const restored = await withClient(url, (client) => restoreBackup(client, file, signal));
    await migrate(url, log);
    return restored;
  };
  const { databaseUrl, dataDir } = config;
  return said(databaseUrl === null ? withPostgres(dataDir, now, log, { asked: signal, mayReplace: true }, fill) : fill(databaseUrl));
}
