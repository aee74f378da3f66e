import { randomUUID } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Pool } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { type OperationName, operations } from "../../lib/schema/operations.ts";
import { checkBackup } from "../../server/backup/read.ts";
import { restoreBackup } from "../../server/backup/restore.ts";
import { writeBackup } from "../../server/backup/write.ts";
import { keptTables } from "../../server/store/backup.ts";
import { withClient } from "../../server/store/pool.ts";
import { all } from "../../server/store/statement.ts";
import { joinCrew } from "./crew.ts";
import { useFolders } from "./data-folder.ts";
import { everyOperation } from "./every-operation.ts";
import { sighting, type TestDevice, TestServer, useServer } from "./support.ts";

const newFolder = useFolders();
const server = useServer();
const { signal } = new AbortController();
const opened: TestServer[] = [];

/** A database that serves all tests is never empty, so nothing can be restored into it. */
const mayRestore = inject("database").template !== null;

afterEach(async () => {
  for (const each of opened.splice(0)) await each.close();
});

async function fresh(): Promise<TestServer> {
  const other = await TestServer.open();
  opened.push(other);
  return other;
}

const write = (from: TestServer, file: string) =>
  withClient(from.url, (client) => writeBackup(client, file, new Date("2026-03-02T10:00:00.000Z"), signal));
const restore = (into: TestServer, file: string) => withClient(into.url, (client) => restoreBackup(client, file, signal));

/** Every row of every table in PostgreSQL's own words; a workspace's epoch is to be new. */
async function rowsOf(pool: Pool): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {};
  for (const { name } of await all(pool, keptTables)) {
    const { rows: found } = await pool.query<{ row: string }>(
      name === "workspaces"
        ? `SELECT (to_jsonb(t) - 'epoch')::text AS row FROM workspaces t ORDER BY 1`
        : `SELECT t::text AS row FROM "${name}" t ORDER BY 1`,
    );
    rows[name] = found.map(({ row }) => row);
  }
  return rows;
}

describe.runIf(mayRestore)("a backup", () => {
  let answers: Map<OperationName, [TestDevice, string, object]>;

  beforeAll(async () => {
    answers = new Map();
    const crew = await joinCrew(server());
    for (const [name, turn] of Object.entries(everyOperation)) {
      const [by, args] = await turn(crew);
      const id = randomUUID();
      const { results } = await by.sync([{ id, name, args }]);
      expect(results, `${name} must take effect, so that what it leaves behind is looked at`).toMatchObject([{ ok: true }]);
      answers.set(name as OperationName, [by, id, args]);
    }
  });

  it("brings back what every operation left behind, value for value", async () => {
    expect([...answers.keys()].sort()).toEqual(Object.keys(operations).sort());
    const file = join(newFolder(), "all.gz");
    const count = await write(server(), file);
    const other = await fresh();
    expect(await restore(other, file)).toBe(count);
    expect(await rowsOf(other.deps.pool)).toEqual(await rowsOf(server().deps.pool));
  });

  it("keeps the answers that were given: a repeat gets the same from the restored server as from the first", async () => {
    const file = join(newFolder(), "all.gz");
    await write(server(), file);
    const other = await fresh();
    await restore(other, file);
    const { rows } = await other.deps.pool.query<{ operation_id: string; result: unknown }>(
      "SELECT operation_id::text, result FROM operations WHERE workspace_id = $1",
      [[...answers.values()][0]?.[0].workspaceId],
    );
    const kept = new Map(rows.map(({ operation_id, result }) => [operation_id, result]));
    expect([...kept.values()], "some operation answers null").toContain(null);
    // Who left is not let in to ask again.
    for (const name of ["member.leave", "device.sign_out"] as const) answers.delete(name);
    for (const [name, [by, id, args]] of answers) {
      if (!kept.has(id)) continue;
      const repeat = { id, name, args };
      const response = await other.post("/v1/sync", { protocol: 1, since: null, operations: [repeat] }, by.token);
      const { results } = (await response.json()) as { results: unknown[] };
      expect(results, name).toMatchObject([{ ok: true }]);
      expect(results, name).toEqual((await by.sync([repeat])).results);
    }
  });
});

describe.runIf(mayRestore)("values that are hard to keep", () => {
  const hard: Readonly<Record<string, string>> = {
    "JSON's null beside no value": `scored = 'null', author = 'null', counts = '[null]'`,
    "times of long ago, of never and of the far future": `posted_at = '0044-03-15 BC', first_seen_at = '-infinity', due_at = '294276-12-31'`,
    "fractions that have no end": "priority = 0.1::real + 0.2::real",
    "letters of every kind": `excerpt = E'\\uFEFF\\u2028\\x7f\\r\\n\\\\N {} [\\"] \\U0001F468\\U0000200D\\U0001F469', note = ''`,
    "lists in lists of letters that lists are written with": `labels = ARRAY['a,b', '{}', '"', '\\', 'NULL', '', ' ']`,
    "a text of 2,000,000 letters": "note = repeat('æ\\', 1000000)",
  };
  const names = Object.keys(hard);
  const idOf = (name: string) => `x:${names.indexOf(name) + 1}`;
  let from: TestServer;
  let into: TestServer;

  /** The mention of a case in PostgreSQL's own words. */
  const rowOf = async ({ deps }: TestServer, name: string): Promise<string> => {
    const { rows } = await deps.pool.query<{ row: string }>("SELECT t::text AS row FROM mentions t WHERE mention_id = $1", [idOf(name)]);
    return rows[0]?.row ?? "";
  };

  // Each in a mention of its own, so that one backup holds them all.
  beforeAll(async () => {
    [from, into] = [await TestServer.open(), await TestServer.open()];
    const ann = await from.join(await from.workspace(), "advocate");
    for (const name of names) await ann.run("mention.report", sighting(idOf(name).slice(2)));
    for (const [name, change] of Object.entries(hard)) {
      await from.deps.pool.query(`UPDATE mentions SET ${change} WHERE mention_id = '${idOf(name)}'`);
    }
    await from.deps.pool.query(
      `UPDATE workspaces SET settings = '{"n":1e-400,"m":123456789012345678901234567890.000,"e":[1e300]}' WHERE name = 'Acme'`,
    );
    const folder = mkdtempSync(join(tmpdir(), "fanswer-backup-"));
    await write(from, join(folder, "all.gz"));
    await restore(into, join(folder, "all.gz"));
    rmSync(folder, { recursive: true });
  });

  afterAll(async () => {
    await from?.close();
    await into?.close();
  });

  it.each(names)("%s come back as they were", async (name) => {
    const row = await rowOf(from, name);
    expect(row).toContain(idOf(name));
    expect(await rowOf(into, name)).toBe(row);
  });

  it("numbers of JSON beyond any machine's come back as they were, and so does all the rest", async () => {
    const rows = await rowsOf(from.deps.pool);
    expect(rows.workspaces?.join()).toContain("123456789012345678901234567890.000");
    expect(await rowsOf(into.deps.pool)).toEqual(rows);
  });

  it("is written in the same words whatever the database is set to", async () => {
    const from = await fresh();
    const ann = await from.join(await from.workspace(), "advocate");
    await ann.run("mention.report", sighting("1"));
    const [plain, odd] = [join(newFolder(), "plain.gz"), join(newFolder(), "odd.gz")];
    await write(from, plain);
    const name = (await from.deps.pool.query("SELECT current_database() AS name")).rows[0].name as string;
    for (const setting of [
      "datestyle = 'German'",
      "timezone = 'Asia/Kathmandu'",
      "intervalstyle = 'sql_standard'",
      "bytea_output = 'escape'",
      "extra_float_digits = -5",
    ]) {
      await from.deps.pool.query(`ALTER DATABASE ${name} SET ${setting}`);
    }
    await write(from, odd);
    expect(gunzipSync(readFileSync(odd))).toEqual(gunzipSync(readFileSync(plain)));
  });
});

describe("a file that is no whole backup", () => {
  let whole: Buffer;
  let file: string;

  beforeAll(async () => {
    const ann = await server().join(await server().workspace(), "advocate");
    await ann.run("mention.report", sighting("1234567"));
    const folder = newFolder();
    await write(server(), join(folder, "all.gz"));
    whole = readFileSync(join(folder, "all.gz"));
  });

  const lines = () => gunzipSync(whole).toString().split("\n");
  const zipped = (of: readonly string[]) => gzipSync(of.join("\n"));
  const bad: Readonly<Record<string, () => Buffer>> = {
    "cut in the middle": () => whole.subarray(0, whole.length / 2),
    "without its last byte": () => whole.subarray(0, whole.length - 1),
    "with one letter changed": () =>
      zipped(lines().map((line, at) => (at === 3 ? line.replace(/[a-z]/, (letter) => (letter === "q" ? "z" : "q")) : line))),
    "without its last row": () => zipped(lines().toSpliced(-3, 1)),
    "without its end": () => zipped(lines().toSpliced(-2, 1)),
    "with rows behind its end": () => zipped([...lines().slice(0, -1), lines()[1] ?? "", ""]),
    "with rows of a table that is none": () => zipped(lines().toSpliced(1, 0, "[99,[]]")),
    "with zero bytes": () => zipped(lines().toSpliced(1, 1, (lines()[1] ?? "").replace('"', '"\0'))),
    "that is empty": () => Buffer.alloc(0),
    "that is no backup": () => Buffer.from("nonsense"),
    "of another program": () => zipped(['{"rows":0}', ""]),
  };

  it.each(Object.keys(bad))("%s is told from one that is", async (name) => {
    file = join(newFolder(), "bad.gz");
    writeFileSync(file, bad[name]?.() ?? "");
    await expect(checkBackup(file, signal)).rejects.toThrow("no whole backup");
  });

  it("of the form from before version 1 is told from both", async () => {
    file = join(newFolder(), "former.gz");
    writeFileSync(file, zipped(['{"fanswer":1,"at":"2026-03-02T10:00:00.000Z","tables":[]}', '{"rows":0}', ""]));
    await expect(checkBackup(file, signal)).rejects.toThrow("from before version 1");
  });

  it.runIf(mayRestore)("with a value that the database refuses is refused in a sentence, and leaves the database empty", async () => {
    file = join(newFolder(), "bad.gz");
    writeFileSync(file, whole);
    const into = await fresh();
    await into.deps.pool.query("ALTER TABLE mentions ADD CHECK (post_id <> '1234567')");
    await expect(restore(into, file)).rejects.toThrow(/^Rows of "mentions" cannot be put back: .*; nothing was restored\.$/);
    expect((await into.deps.pool.query("SELECT count(*)::int AS n FROM workspaces")).rows).toEqual([{ n: 0 }]);
  });
});

describe("writing that is interrupted", () => {
  it("leaves no file", async () => {
    const folder = newFolder();
    const ending = new AbortController();
    const writing = withClient(server().url, (client) => writeBackup(client, join(folder, "all.gz"), new Date(), ending.signal));
    ending.abort(new Error("asked to end"));
    await expect(writing).rejects.toThrow("asked to end");
    expect((await import("node:fs")).readdirSync(folder)).toEqual([]);
  });

  it("leaves the backup of yesterday as it was", async () => {
    const file = join(newFolder(), "all.gz");
    writeFileSync(file, "yesterday");
    const gone = withClient(server().url, async (client) => {
      const writing = writeBackup(client, file, new Date(), signal);
      writing.catch(() => {});
      await client.end();
      return writing;
    });
    await expect(gone).rejects.toThrow();
    expect(readFileSync(file, "utf8")).toBe("yesterday");
    rmSync(file);
  });
});
