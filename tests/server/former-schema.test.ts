import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { runner } from "node-pg-migrate";
import type pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { restoreBackup } from "../../server/backup/restore.ts";
import { writeBackup } from "../../server/backup/write.ts";
import { migrate } from "../../server/database/migrate.ts";
import { newId } from "../../server/ids.ts";
import { formerSteps, lastFormerStep } from "../../server/store/former-schema.ts";
import { withClient } from "../../server/store/pool.ts";
import { useFolders } from "./data-folder.ts";
import { sighting, TestServer } from "./support.ts";

const { url: cluster, template } = inject("database");
const silent = () => {};
const { signal } = new AbortController();
const newFolder = useFolders();
const made: string[] = [];
const workspace = newId();

const stepsOfThen = JSON.parse(gunzipSync(readFileSync("tests/fixtures/schema/former-steps.json.gz")).toString()) as Record<string, string>;

/** The address of a new, empty database. */
async function database(): Promise<string> {
  const name = `former_${newId()}`;
  await withClient(cluster, (client) => client.query(`CREATE DATABASE ${name}`));
  made.push(name);
  return cluster.replace("/postgres?", `/${name}?`);
}

/** The address of a database with the schema as it was before it was written once, or with its first steps only. */
async function former(count = formerSteps.length): Promise<string> {
  const [url, dir] = [await database(), newFolder()];
  for (const [name, sql] of Object.entries(stepsOfThen)) writeFileSync(join(dir, `${name}.sql`), sql);
  const options = { dir, migrationsSchema: "public", migrationsTable: "migrations", direction: "up", count } as const;
  await withClient(url, (dbClient) => runner({ ...options, dbClient, logger: { info: silent, warn: silent, error: silent } }));
  return url;
}

/** The steps of the schema that is written once, and those that came since. */
const steps = readdirSync("server/sql").map((file) => file.slice(0, -".sql".length));
const later = steps.filter((name) => name >= "0100");
const lastOfBaseline = steps.toSorted().findLast((name) => name < "0100");

async function present(upTo?: string): Promise<string> {
  const url = await database();
  await migrate(url, silent, upTo);
  return url;
}

const lines = async (client: pg.Client, sql: string) => (await client.query<{ line: string }>(sql)).rows.map(({ line }) => line);

/** What the catalogues say of our tables, a line for each thing. The order of columns is left out: nothing goes by it. */
const catalogOf = (url: string) =>
  withClient(url, async (client) => {
    const ours = "c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations'";
    const columns = `pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum WHERE ${ours}`;
    const constraints = `pg_class c JOIN pg_constraint k ON k.conrelid = c.oid WHERE ${ours} AND k.contype <> 'n'`;
    const indexes = `pg_class c JOIN pg_index i ON i.indrelid = c.oid WHERE ${ours}`;
    const asked = [
      `SELECT format('table %s %s: %s', c.relname, c.relpersistence, obj_description(c.oid)) AS line FROM pg_class c WHERE ${ours}`,
      `SELECT format('column %s.%s %s%s%s%s', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN ' not null' END,
           ' default ' || pg_get_expr(d.adbin, d.adrelid), nullif(a.attgenerated::text, '')) AS line FROM ${columns}`,
      `SELECT format('comment %s.%s: %s', c.relname, a.attname, col_description(c.oid, a.attnum)) AS line FROM ${columns}`,
      `SELECT format('constraint %s.%s %s', c.relname, k.conname, pg_get_constraintdef(k.oid)) AS line FROM ${constraints}`,
      `SELECT format('index %s: %s', pg_get_indexdef(i.indexrelid), obj_description(i.indexrelid)) AS line FROM ${indexes}`,
    ];
    const found: string[] = [];
    for (const sql of asked) found.push(...(await lines(client, sql)));
    return found.sort();
  });

const stepsOf = (url: string) => withClient(url, (client) => lines(client, "SELECT name AS line FROM migrations ORDER BY id"));
const refusal = (url: string) =>
  migrate(url, silent).then(
    () => "taken",
    (thrown: Error) => `${thrown.name}: ${thrown.message}`,
  );

/** A workspace with a member, a post and a connected chat, as the release of then wrote them. */
const fill = (url: string, sealed: string | null) =>
  withClient(url, async (client) => {
    for (const sql of [
      `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
       VALUES ('${workspace}', 'Acme', 'I''m an Acme customer', '{}', 'e', 3, 1, '2026-03-02')`,
      `INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at) VALUES ('${workspace}', 'm', 'Kim', 'admin', 1, 2, '2026-03-02')`,
      `INSERT INTO integrations (workspace_id, integration_id, name, target, secret, sealed_secret, hook_code, events, enabled, failures, created_at)
       VALUES ('${workspace}', 'i', 'Ours', '{"kind":"chat"}', ${sealed === null ? "'open-sesame'" : "NULL"}, ${sealed}, 'h', '{}', true, 0, '2026-03-02')`,
    ])
      await client.query(sql);
  });

describe.runIf(template !== null)("the schema that is written once", () => {
  let before: string[] = [];
  let once: string[] = [];
  let after: string[] = [];

  beforeAll(async () => {
    [before, once, after] = await Promise.all([
      former().then(catalogOf),
      present(lastOfBaseline).then(catalogOf),
      present().then(catalogOf),
    ]);
  });

  afterAll(async () => {
    await withClient(cluster, async (client) => {
      for (const name of made) await client.query(`DROP DATABASE ${name}`);
    });
  });

  it("is the one that the numbered steps led to, but for what is said here", () => {
    expect(before.length).toBeGreaterThan(500);
    // What a row belongs to is called the same everywhere.
    const owner = /^comment (?!workspaces\.)\w+\.workspace_id: /;
    const differs = (these: string[], those: string[]) => these.filter((line) => !those.includes(line) && !owner.test(line));
    const [gone, come] = [differs(before, once), differs(once, before)];
    const names = (of: readonly string[]) => of.map((line) => /^(\w+ [\w.]+)/.exec(line)?.[1]);
    expect(gone.filter((line) => !names(come).includes(/^(\w+ [\w.]+)/.exec(line)?.[1]))).toEqual([
      // Secrets stood open in it before they were sealed.
      "column integrations.secret text",
      "comment integrations.secret: Only of a database from before secrets were sealed: the next start seals it and empties this.",
    ]);
    expect(come).toEqual([
      // Every connection has both since its secret stands nowhere else.
      "column integrations.hook_code text not null",
      "column integrations.sealed_secret bytea not null",
      // The words about rows from before a step are gone.
      "comment follow_ups.heard_by: Who heard it; empty when that is not known.",
      "comment mentions.note_by: Who wrote the note; null when a rule or the help desk did.",
      "comment precedents.member_id: Who taught it, so that one member cannot push out what the others did; null when that is not known. No device hears of it.",
      // No draft was ever withdrawn.
      "constraint drafts.drafts_status_check CHECK ((status = ANY (ARRAY['writing'::text, 'in_review'::text, 'approved'::text, 'posted'::text, 'rejected'::text])))",
    ]);
    expect(names(gone).filter((name) => !names(come).includes(name))).toHaveLength(2);
  });

  it("is what a database with all of those steps goes on as, with its rows", { timeout: 60_000 }, async () => {
    const url = await former();
    await fill(url, "'\\x01'");
    const done: string[] = [];
    const log = (_level: string, event: string, fields: object = {}) => void done.push([event, ...Object.values(fields)].join(" "));
    await Promise.all([migrate(url, log), migrate(url, log), migrate(url, log)]);
    expect(done).toEqual([`schema_adopted ${lastFormerStep}`, ...later.map((name) => `migrated ${name}`)]);
    expect(await catalogOf(url)).toEqual(after);
    expect(await stepsOf(url)).toEqual(await stepsOf(await present()));
    const server = TestServer.at(url);
    try {
      const kim = await server.join(workspace, "admin");
      await kim.run("mention.report", sighting("1"));
      expect(await kim.run("integration.list", {})).toMatchObject([{ id: "i", name: "Ours" }]);
    } finally {
      await server.close();
    }
  });

  it("takes the rows of a backup from then", async () => {
    const [from, into] = [await former(), await database()];
    await fill(from, "'\\x01'");
    const file = join(newFolder(), "all.gz");
    const count = await withClient(from, (client) => writeBackup(client, file, new Date("2026-03-02T10:00:00.000Z"), signal));
    await migrate(into, silent, lastFormerStep);
    expect(await withClient(into, (client) => restoreBackup(client, file, signal))).toBe(count);
    expect(await withClient(into, (client) => lines(client, "SELECT sealed_secret || name::bytea AS line FROM integrations"))).toHaveLength(
      1,
    );
  });

  it("refuses a database that stands between, and leaves it as it is", async () => {
    const url = await former(19);
    const was = await catalogOf(url);
    expect(await refusal(url)).toMatch(
      /^StartupError: The data is from before version 1 \(its step is "0021_trust"\): start the last release before version 1.*"0026_take_back"/,
    );
    expect(await catalogOf(url)).toEqual(was);
    await expect(migrate(await database(), silent, "0021_trust")).rejects.toThrow("from before version 1");
  });

  it("refuses one with secrets that are not sealed yet, and leaves it as it is", async () => {
    const url = await former();
    await fill(url, null);
    expect(await refusal(url)).toMatch(
      /^StartupError: The data holds secrets that are not sealed yet: start the last release before version 1/,
    );
    expect(await catalogOf(url)).toEqual(before);
    expect(await stepsOf(url)).toEqual(formerSteps);
  });
});
