import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Statement } from "../../server/store/statement.ts";

const read = (path: string) => readFileSync(path, "utf8");
const without = (sql: string) => sql.replace(/--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''");

const folder = "server/sql/";
const migrations = readdirSync(folder).map((file) => ({ file, sql: without(read(folder + file)) }));

/** Every named statement of the store; the jobs' own tables are graphile-worker's. */
async function statements(): Promise<Statement<readonly unknown[], unknown>[]> {
  const modules = await Promise.all(
    readdirSync("server/store").map((file) => import(`../../server/store/${file.slice(0, -".ts".length)}.ts`)),
  );
  const isStatement = (value: unknown): value is Statement<readonly unknown[], unknown> =>
    typeof value === "object" && value !== null && "text" in value && "name" in value;
  return modules.flatMap((module: object) => Object.values(module).filter(isStatement));
}

/** These look at all workspaces or at none, and say why where they stand. */
const global = new Set([
  "workspace.ids",
  "workspace.lock_first_start",
  "backup.tables",
  "citus.has",
  "citus.plan_once",
  "citus.lock",
  "citus.local_tables",
  "citus.distribute",
  "citus.copy",
]);
const tables = migrations.flatMap(({ sql }) => [...sql.matchAll(/CREATE TABLE (\w+)/g)].map((match) => match[1] ?? ""));
const volatile =
  /\b(clock_timestamp|timeofday|random|gen_random_uuid|uuidv[47]|nextval|setval|currval|lastval|txid_current|pg_sleep|pg_notify)\s*\(/i;

describe("migrations", () => {
  it("are numbered once each", () => {
    const numbers = migrations.map(({ file }) => /^(\d{4})_[a-z_]+\.sql$/.exec(file)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("make no number across workspaces", () => {
    const found = migrations.filter(({ sql }) =>
      /\b(serial|bigserial|sequence|generated\s+(always|by default)\s+as\s+identity)\b/i.test(sql),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it("begin every key, reference and index with the workspace", () => {
    const keys = migrations.flatMap(({ sql }) => [
      ...sql.matchAll(
        /\b(?:PRIMARY KEY|UNIQUE|FOREIGN KEY)\s*\(([^)]*)\)|CREATE (?:UNIQUE )?INDEX \w+ ON \w+ (?:USING \w+ )?\(([^)]*)\)/gi,
      ),
    ]);
    expect(keys.length).toBeGreaterThan(15);
    expect(keys.filter((match) => !/^workspace_id\b/.test(match[1] ?? match[2] ?? "")).map(([text]) => text)).toEqual([]);
  });
});

describe("statements", () => {
  it("have names of their own", async () => {
    const names = (await statements()).map(({ name }) => name);
    expect(names.length).toBeGreaterThan(20);
    expect(new Set(names).size).toBe(names.length);
  });

  it("name one workspace: every table they touch is bound to $1", async () => {
    const loose = (await statements())
      .filter(({ name }) => !global.has(name))
      .filter(({ text }) => {
        const sql = without(text);
        const isInsert = /^\s*INSERT INTO \w+(?: AS \w+)? \(workspace_id\b[^)]*\)\s*VALUES \(\$1\b/i.test(sql);
        return !isInsert && !/workspace_id = \$1\b/.test(sql);
      });
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  it("join tables by their workspace", async () => {
    const crossing = (await statements()).filter(({ text }) => {
      const joins = [...without(text).matchAll(new RegExp(`JOIN (?:${tables.join("|")}) (\\w+) ON ([^\\n]*)`, "g"))];
      return joins.some(([, as, on]) => !on?.includes(`${as}.workspace_id = `));
    });
    expect(crossing.map(({ name }) => name)).toEqual([]);
  });

  it("use no function that gives another value for every row", async () => {
    expect((await statements()).filter(({ text }) => volatile.test(without(text))).map(({ name }) => name)).toEqual([]);
  });
});

it("all SQL stands in server/store and server/sql", () => {
  const places = ["server", "server/jobs", "server/operations", "server/routes"].flatMap((place) =>
    readdirSync(place, { withFileTypes: true }).flatMap((entry) =>
      entry.isFile() && entry.name.endsWith(".ts") ? [`${place}/${entry.name}`] : [],
    ),
  );
  const found = places.filter((path) => /["'`]\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s[^"'`]*\b(FROM|INTO|SET)\b/.test(read(path)));
  expect(found).toEqual([]);
});
