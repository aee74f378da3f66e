import { runner } from "node-pg-migrate";
import type { Log } from "../log.ts";
import { StartupError } from "../startup-error.ts";
import { stepsTaken } from "../store/backup.ts";
import { lastFormerStep } from "../store/former-schema.ts";
import { withClient } from "../store/pool.ts";
import { databaseFacts } from "../store/session.ts";
import { one } from "../store/statement.ts";
import { distribute, spreading } from "./distribute.ts";
import { adoptFormer, isFormer, refuseFormer } from "./former-schema.ts";
import { keepAudit } from "./keep-audit.ts";
import { baseline, comments, statementByStatement, steps, stepsDir } from "./steps.ts";

/** Throws StartupError where this release does not know all steps that were taken: it must not write what a newer one reads. */
function checkKnown(taken: readonly string[]): void {
  const strange = taken.findLast((name) => !steps().includes(name));
  if (strange === undefined) return;
  refuseFormer(strange);
  throw new StartupError(`The data was last used by a newer release (its step "${strange}" is not known here): start that one.`);
}

/** Throws StartupError where the schema is not that of this release: a command must not write what the server that runs reads otherwise. */
export async function checkCurrent(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { has_tables, has_list } = await one(client, databaseFacts);
    if (!has_tables) throw new StartupError("The database holds nothing of Fanswer's: start the server once.");
    const taken = (await client.query<{ name: string }>(stepsTaken(has_list))).rows.map(({ name }) => name);
    checkKnown(taken);
    if (steps().every((name) => taken.includes(name))) return;
    throw new StartupError("The data are of an older release: start the server of this one once, then give the command again.");
  });
}

/**
 * Brings the database at `url` to the present schema, or to that of the step `upTo`: the numbered files in `sql/`, forward only, all or none.
 * Safe to run again and by several processes at once (they wait for each other). Throws StartupError for data of a newer release, or of one from before
 * version 1 but the last.
 */
export async function migrate(url: string, log: Log, upTo?: string): Promise<void> {
  const silent = () => {};
  const last = upTo === lastFormerStep ? baseline().at(-1) : upTo;
  if (last !== undefined) checkKnown([last]);
  await withClient(url, async (client) => {
    const { schema, has_tables, has_list } = await one(client, databaseFacts);
    const read = async () => (await client.query<{ name: string }>(stepsTaken(has_list))).rows.map(({ name }) => name);
    let taken = has_tables ? await read() : [];
    if (isFormer(taken)) {
      const isAdopted = await adoptFormer(client, has_list, { steps: baseline(), comments: comments() });
      if (isAdopted) log("info", "schema_adopted", { step: lastFormerStep });
      taken = await read();
    }
    checkKnown(taken);
    const done = await runner({
      dbClient: client,
      dir: stepsDir,
      migrationLoaderStrategies: [{ extensions: [".sql"], loader: statementByStatement(await spreading(client)) }],
      // Beside the tables; earlier releases kept the list in "public" wherever the tables were.
      migrationsSchema: has_tables && !has_list ? "public" : (schema ?? "public"),
      migrationsTable: "migrations",
      direction: "up",
      advisoryLockMode: "wait",
      singleTransaction: true,
      // Steps that are written beside each other come in another order than their numbers say.
      checkOrder: false,
      ...(last !== undefined && { count: Math.max(0, steps().indexOf(last) + 1 - taken.length) }),
      logger: { info: silent, warn: silent, error: (text: string) => log("error", "migration", { text }) },
    });
    for (const { name } of done) log("info", "migrated", { name });
    await distribute(client, log);
    await keepAudit(client);
  });
}
