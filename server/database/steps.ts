import { readdirSync, readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { MigrationBuilder, RunnerOption } from "node-pg-migrate";

/** Where the steps of the schema are. */
export const stepsDir = fileURLToPath(new URL("../sql", import.meta.url));

/** The names of the steps, first to last. */
export const steps = (): string[] =>
  readdirSync(stepsDir)
    .map((file) => basename(file, ".sql"))
    .sort();

/** The steps of the schema as it was written once; later ones are numbered from 0100 on. */
export const baseline = () => steps().filter((name) => name < "0100");

/** What those say of tables and columns. */
export const comments = () =>
  baseline().flatMap((name) => readFileSync(join(stepsDir, `${name}.sql`), "utf8").match(/^COMMENT ON .*(?=;$)/gm) ?? []);

/** The statements of a step, in their order. A semicolon at the end of a line ends one. */
export const statementsOf = (sql: string): string[] =>
  sql
    .split(/;[ \t]*$/m)
    .map((each) => each.replace(/^\s*--.*$/gm, "").trim())
    .filter((each) => each !== "");

type Loader = Exclude<NonNullable<RunnerOption["migrationLoaderStrategies"]>[number]["loader"], string>;

/** Has each statement of a step sent by itself, as a database that spreads its tables wants it; `after` gives what is to follow one. */
export const statementByStatement =
  (after: (sql: string) => readonly string[]): Loader =>
  (paths) =>
    Promise.all(
      paths.map(async (path) => {
        const sql = statementsOf(await readFile(path, "utf8")).flatMap((each) => [each, ...after(each)]);
        const up = (step: MigrationBuilder) => {
          for (const each of sql) step.sql(each);
        };
        return { id: path, filePaths: [path], actions: { up, down: false } };
      }),
    );
