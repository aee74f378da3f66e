import { fileURLToPath } from "node:url";
import { runner } from "node-pg-migrate";
import { distribute } from "./distribute.ts";
import type { Log } from "./log.ts";

/**
 * Brings the database at `url` to the present schema: the numbered files in `sql/`, forward only, all or none.
 * Safe to run again and by several processes at once (they wait for each other).
 */
export async function migrate(url: string, log: Log): Promise<void> {
  const silent = () => {};
  const done = await runner({
    databaseUrl: url,
    dir: fileURLToPath(new URL("./sql", import.meta.url)),
    migrationsTable: "migrations",
    direction: "up",
    advisoryLockMode: "wait",
    singleTransaction: true,
    logger: { info: silent, warn: silent, error: (text: string) => log("error", "migration", { text }) },
  });
  for (const { name } of done) log("info", "migrated", { name });
  await distribute(url, log);
}
