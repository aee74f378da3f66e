import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { migrate } from "../../server/database/migrate.ts";
import { newId } from "../../server/ids.ts";

const silent = () => {};
const { url: given, template } = inject("database");
/** A database that serves all tests holds its migrations already: there only the repeat is tried. */
const schema = template === null ? "public" : `migrate_${newId()}`;
let admin: pg.Client;
let url: string;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: given });
  await admin.connect();
  await admin.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  url = `${given}${given.includes("?") ? "&" : "?"}options=${encodeURIComponent(`-c search_path=${schema}`)}`;
});

afterAll(async () => {
  if (schema !== "public") await admin.query(`DROP SCHEMA ${schema} CASCADE`);
  await admin.end();
});

async function rows(sql: string): Promise<unknown[]> {
  return (await admin.query(sql, [schema])).rows;
}

describe("migrations", () => {
  it("run once, by however many servers that start together, and again without effect", async () => {
    await Promise.all([migrate(url, silent), migrate(url, silent), migrate(url, silent)]);
    const tables = await rows("SELECT table_name FROM information_schema.tables WHERE table_schema = $1 ORDER BY 1");
    expect(tables).toContainEqual({ table_name: "mentions" });
    const done: string[] = [];
    await migrate(url, (_level, _event, fields) => done.push(String(fields?.name)));
    expect(done).toEqual([]);
  });

  it("take a step that came after one with a higher number", async ({ skip }) => {
    if (schema === "public") skip("the database is others' too");
    const late = "0111-presence-is-kept";
    await admin.query(`DELETE FROM ${schema}.migrations WHERE name = $1`, [late]);
    const done: string[] = [];
    await migrate(url, (_level, _event, fields) => done.push(String(fields?.name)));
    expect(done).toEqual([late]);
  });

  it("explain every table and column", async () => {
    const mute = await rows(
      `SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum >= 0 AND NOT a.attisdropped
       WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' AND col_description(c.oid, a.attnum) IS NULL
       UNION ALL SELECT c.relname, NULL FROM pg_class c
       WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r' AND c.relname <> 'migrations' AND obj_description(c.oid) IS NULL`,
    );
    expect(mute).toEqual([]);
  });

  it("lead every key and index with the workspace", async () => {
    const others = await rows(
      `SELECT i.indexrelid::regclass::text AS index FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
       WHERE c.relnamespace = $1::regnamespace AND c.relname <> 'migrations' AND a.attname <> 'workspace_id'`,
    );
    expect(others).toEqual([]);
  });
});
