import { execFileSync } from "node:child_process";
import { chmodSync, lstatSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../server/database/migrate.ts";
import { startPostgres } from "../../server/postgres/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a database that every test file may use; `template` says whether files get a copy of it each. */
    readonly database: { readonly url: string; readonly template: string | null };
    /** The data that a first start makes, with the present schema and nobody in it; null where it cannot be copied. */
    readonly data: string | null;
  }
}

const silent = () => {};

const name = "fanswer";

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "fanswer-cluster-"));
  chmodSync(folder, 0o755);
  return folder;
}

/** A folder with what a first start makes, on which no PostgreSQL runs. */
async function firstStart(): Promise<string> {
  const folder = newFolder();
  const postgres = await startPostgres(folder, () => new Date(), silent);
  await migrate(await postgres.database(name), silent);
  await postgres.stop();
  return folder;
}

/**
 * One PostgreSQL for a run, and data for servers that a test starts: made once, as that takes seconds. With TEST_DATABASE_URL that one database serves
 * all; each test has a workspace of its own either way.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await migrate(given, silent);
    project.provide("database", { url: given, template: null });
    project.provide("data", null);
    return async () => {};
  }
  const made = await firstStart();
  const data = join(made, "postgres");
  // A link leads to where only this folder's data may be.
  const canCopy = lstatSync(data).isDirectory();
  const folder = canCopy ? newFolder() : made;
  if (canCopy) execFileSync("cp", ["-a", data, join(folder, "postgres")]);
  const postgres = await startPostgres(folder, () => new Date(), silent);
  project.provide("database", { url: await postgres.database("postgres"), template: name });
  project.provide("data", canCopy ? data : null);
  return async () => {
    await postgres.stop();
    for (const each of new Set([made, folder])) rmSync(each, { recursive: true });
  };
}
