import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../server/database/migrate.ts";
import { startPostgres } from "../../server/postgres/embedded.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of a database that every test file may use; `template` says whether files get a copy of it each. */
    readonly database: { readonly url: string; readonly template: string | null };
  }
}

const silent = () => {};

/** One PostgreSQL for a run. With TEST_DATABASE_URL that one database serves all; each test has a workspace of its own either way. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  if (given) {
    await migrate(given, silent);
    project.provide("database", { url: given, template: null });
    return async () => {};
  }
  const folder = mkdtempSync(join(tmpdir(), "fanswer-cluster-"));
  chmodSync(folder, 0o755);
  const postgres = await startPostgres(folder, () => new Date(), silent);
  const template = "fanswer_template";
  await migrate(await postgres.database(template), silent);
  project.provide("database", { url: await postgres.database("postgres"), template });
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true });
  };
}
