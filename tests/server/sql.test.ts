import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import type { Pool } from "pg";
import { describe, expect, it } from "vitest";
import { statementsOf } from "../../server/database/steps.ts";
import { hasCitus } from "../../server/store/citus.ts";
import { claimNext, claimNextIn } from "../../server/store/claims.ts";
import { topOf } from "../../server/store/delta.ts";
import { putDraft } from "../../server/store/drafts.ts";
import { forgetNameInOverrules } from "../../server/store/membership.ts";
import { marksOf } from "../../server/store/mentions.ts";
import { all, one } from "../../server/store/statement.ts";
import { statements } from "./statements.ts";
import { useServer } from "./support.ts";

const server = useServer();

const read = (path: string) => readFileSync(path, "utf8");
const without = (sql: string) => sql.replace(/--.*$/gm, "").replace(/'(?:[^']|'')*'/g, "''");

/** Without remarks and breaks of lines, which may change. */
const inOneLine = (sql: string) =>
  sql
    .replace(/^ *--.*$/gm, "")
    .replace(/\s+/g, " ")
    .trim();
const hashOf = (text: string) => createHash("sha256").update(text).digest("hex");

const folder = "server/sql/";
const migrations = readdirSync(folder).map((file) => ({ file, sql: without(read(folder + file)) }));

/** These look at all workspaces or at none, and say why where they stand. */
const global = new Set([
  "workspace.ids",
  "workspace.among",
  "workspace.lock_first_start",
  "backup.tables",
  "session.set",
  "session.facts",
  "session.hidden_tables",
  "session.has_database",
  "session.pid",
  "session.reach_disk",
  "citus.has",
  "citus.plan_once",
  "citus.lock",
  "citus.local_tables",
  "citus.distribute",
  "citus.copy",
  "citus.places",
  "citus.workspaces_by_part",
  "citus.is_spread",
  "citus.left_behind",
  "citus.drop_left_behind",
]);
const tables = migrations.flatMap(({ sql }) => [...sql.matchAll(/CREATE (?:UNLOGGED )?TABLE (\w+)/g)].map((match) => match[1] ?? ""));
const volatile =
  /\b(clock_timestamp|timeofday|random|gen_random_uuid|uuidv[47]|nextval|setval|currval|lastval|txid_current|pg_sleep|pg_notify)\s*\(/i;

interface Plan {
  readonly "Relation Name"?: string;
  readonly "Node Type": string;
  readonly Plans?: readonly Plan[];
  readonly [key: string]: unknown;
}

/** The plan of a statement for whatever arguments. */
async function genericPlan(pool: Pool, text: string): Promise<Plan> {
  const client = await pool.connect();
  try {
    const count = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map((match) => Number(match[1])));
    await client.query("SET plan_cache_mode = force_generic_plan");
    await client.query(`PREPARE looked_at AS ${text}`);
    const nulls = count === 0 ? "" : `(${Array.from({ length: count }, () => "NULL").join(", ")})`;
    const { rows } = await client.query(`EXPLAIN (FORMAT JSON) EXECUTE looked_at${nulls}`);
    return rows[0]["QUERY PLAN"][0].Plan as Plan;
  } finally {
    client.release(true);
  }
}

/** Tables of ours that a plan reads without a condition on the workspace; an index below a heap scan has its condition there. */
function looseTables(plan: Plan): string[] {
  const table = plan["Relation Name"];
  const conditions = ["Index Cond", "Recheck Cond", "Filter"].map((key) => String(plan[key] ?? "")).join(" ");
  const isLoose =
    table !== undefined && tables.includes(table) && plan["Node Type"] !== "ModifyTable" && !conditions.includes("workspace_id = $1");
  return [...(isLoose ? [table] : []), ...(plan.Plans ?? []).flatMap(looseTables)];
}

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

describe("migrations", () => {
  it("are numbered once each", () => {
    const numbers = migrations.map(({ file }) => /^(\d{4})-[a-z-]+\.sql$/.exec(file)?.[1]);
    expect(numbers).not.toContain(undefined);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it("make no number across workspaces", () => {
    const found = migrations.filter(({ sql }) =>
      /\b(serial|bigserial|sequence|generated\s+(always|by default)\s+as\s+identity)\b/i.test(sql),
    );
    expect(found.map(({ file }) => file)).toEqual([]);
  });

  it("are each in the words in which they were landed: what is to be different is a step of its own", () => {
    const landed = JSON.parse(read("tests/fixtures/schema/landed.json")) as Record<string, string>;
    const now = migrations.map(({ file }) => [file, hashOf(inOneLine(read(folder + file)))] as const);
    expect(Object.fromEntries(now)).toEqual(landed);
  });

  it("that are the schema written once make tables, indexes and comments, and change nothing", () => {
    const once = migrations.filter(({ file }) => file < "0100");
    expect(once.length).toBeGreaterThan(5);
    expect(once.flatMap(({ sql }) => sql.match(/\b(ALTER|DROP|UPDATE|INSERT) /g) ?? [])).toEqual([]);
  });

  it("hold what a database that spreads tables can do, and nothing else", () => {
    const known = /^(CREATE (UNLOGGED )?TABLE|CREATE (UNIQUE )?INDEX|DROP INDEX|ALTER TABLE|COMMENT ON|UPDATE|INSERT INTO)\b/;
    const odd = migrations
      .flatMap(({ sql }) => sql.split(";").map((each) => each.trim()))
      .filter((each) => each !== "" && !known.test(each));
    expect(odd).toEqual([]);
  });

  it("give every table its workspace", () => {
    const made = migrations.flatMap(({ sql }) => [...sql.matchAll(/CREATE (?:UNLOGGED )?TABLE (\w+) \((\s*workspace_id text\b)?/g)]);
    expect(made.filter(([, , workspace]) => workspace === undefined).map(([, name]) => name)).toEqual([]);
  });

  it("tie no column but the workspace to another table by itself, and empty none when the other goes", () => {
    const columns = migrations.flatMap(({ sql }) => [
      ...sql.matchAll(/^ +(?:ADD COLUMN )?(\w+) [^(\n]*\b(?:PRIMARY KEY|UNIQUE|REFERENCES)\b/gm),
    ]);
    expect(columns.map(([, name]) => name).filter((name) => !["workspace_id", "FOREIGN"].includes(name ?? ""))).toEqual([]);
    expect(migrations.filter(({ sql }) => /ON (DELETE|UPDATE) SET/i.test(sql)).map(({ file }) => file)).toEqual([]);
  });

  it("add a key to a table that may be spread in a command of its own", () => {
    const together = migrations
      .flatMap(({ sql }) => [...sql.matchAll(/ALTER TABLE [^;]*/g)].map(([text]) => text))
      .filter((text) => /\bADD (?:CONSTRAINT|PRIMARY|UNIQUE|FOREIGN|CHECK)\b/.test(text) && /,\s*(?:ADD|DROP|ALTER)\b/.test(text));
    expect(together).toEqual([]);
  });

  it("say what a table that is spread takes: a column with nothing that it refers to or checks, beside no other change", () => {
    const changes = migrations.flatMap(({ sql }) => [...sql.matchAll(/ALTER TABLE [^;]*/g)].map(([text]) => text));
    expect(changes.length).toBeGreaterThan(20);
    expect(
      changes.filter(
        (text) => /\bADD COLUMN\b/.test(text) && /\b(REFERENCES|CHECK|UNIQUE|PRIMARY KEY)\b|,\s*(ADD|DROP|ALTER)\b/.test(text),
      ),
    ).toEqual([]);
  });

  it("end each statement at the end of a line, and nothing else there with a semicolon", () => {
    for (const { file, sql } of migrations) {
      const ends = sql
        .split(";")
        .map((each) => each.trim())
        .filter((each) => each !== "");
      expect([file, statementsOf(read(folder + file)).length]).toEqual([file, ends.length]);
    }
  });

  it("compute no value that differs from machine to machine", () => {
    expect(
      migrations.filter(
        ({ sql }) => volatile.test(sql) || /\b(now\s*\(|current_(date|time|timestamp|user)|local(time|timestamp))\b/i.test(sql),
      ),
    ).toEqual([]);
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

  it("take one record where they have more than five places", async () => {
    const many = (await statements()).filter(({ text, fields }) => fields === undefined && /\$6\b/.test(text));
    expect(many.map(({ name }) => name)).toEqual([]);
  });

  it("refuse a record that lacks a field, before anything is written", async () => {
    const half = { workspaceId: "none", mentionId: "x:1" } as Parameters<NonNullable<(typeof putDraft)["types"]>>[0][0];
    await expect(all(server().deps.pool, putDraft, half)).rejects.toThrow("draft.put lacks text");
  });

  it("name one workspace: every table they read is bound to $1, as the planner sees it", async () => {
    const { pool } = server().deps;
    if ((await one(pool, hasCitus)).yes) return;
    const crossing = "SELECT r.body FROM mentions m JOIN replies r ON r.mention_id = m.mention_id WHERE m.workspace_id = $1";
    expect(looseTables(await genericPlan(pool, crossing))).toEqual(["replies"]);
    const loose: string[] = [];
    for (const { name, text } of await statements()) {
      if (global.has(name)) continue;
      for (const table of looseTables(await genericPlan(pool, text))) loose.push(`${name}: ${table}`);
    }
    expect(loose).toEqual([]);
  });

  it("find whose turn it is, and what devices ask by, where an index has it in the same words", async () => {
    const { pool } = server().deps;
    if ((await one(pool, hasCitus)).yes) return;
    for (const [{ text }, index] of [
      [claimNext, "mentions_by_turn"],
      [claimNextIn, "mentions_by_language"],
      [topOf, "mentions_by_turn"],
      [marksOf, "mentions_by_bucket"],
    ] as const) {
      const nodes = nodesOf(await genericPlan(pool, text));
      expect(nodes.map((node) => node["Index Name"])).toContain(index);
      const sorted = nodes.filter((node) => /Sort$/.test(node["Node Type"])).flatMap(({ Plans }) => Plans ?? []);
      expect(sorted.filter((node) => node["Relation Name"] === "mentions")).toEqual([]);
    }
  });

  it("look for a former member's name among corrected posts alone", async () => {
    const { pool } = server().deps;
    if ((await one(pool, hasCitus)).yes) return;
    const nodes = nodesOf(await genericPlan(pool, forgetNameInOverrules.text));
    expect(nodes.map((node) => node["Index Name"])).toContain("mentions_overruled");
  });

  it("write into one workspace: its id is given as $1, or read from a row that is bound to it", async () => {
    const into = /INSERT INTO \w+(?: AS \w+)? (?:\(workspace_id\b[^)]*\)\s*)?(VALUES \(|SELECT )((?:\w+\.)?\w+|\$1)/gi;
    const first = (await statements()).flatMap(({ name, text }) =>
      [...without(text).matchAll(into)].map(([, how = "", value = ""]) => ({
        name,
        value,
        wanted: /^V/i.test(how) ? /^\$1$/ : /^(\w+\.)?workspace_id$/,
      })),
    );
    expect(first.length).toBeGreaterThan(20);
    expect(first.filter(({ value, wanted }) => !wanted.test(value)).map(({ name }) => name)).toEqual([]);
  });

  it("insert by statements of their own, never inside another", async () => {
    const nested = (await statements()).filter(({ text }) => /\bINSERT\b/i.test(without(text)) && !/^\s*INSERT\b/i.test(text));
    expect(nested.map(({ name }) => name)).toEqual([]);
  });

  it("use no function that gives another value for every row", async () => {
    expect((await statements()).filter(({ text }) => volatile.test(without(text))).map(({ name }) => name)).toEqual([]);
  });
});

it("all SQL stands in server/store and server/sql", () => {
  const places = readdirSync("server", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !path.startsWith("store/"))
    .map((path) => `server/${path}`);
  expect(places.length).toBeGreaterThan(100);
  const found = places.filter((path) => /["'`]\s*(SELECT|INSERT|UPDATE|DELETE|WITH)\s[^"'`]*\b(FROM|INTO|SET)\b/.test(read(path)));
  expect(found).toEqual([]);
});
