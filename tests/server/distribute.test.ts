import { describe, expect, inject, it } from "vitest";
import { distribute, inOrder } from "../../server/database/distribute.ts";
import { localTables } from "../../server/store/citus.ts";
import { withClient } from "../../server/store/pool.ts";
import { all } from "../../server/store/statement.ts";
import { useServer } from "./support.ts";

const server = useServer();

/** No Citus is at hand: what it must know before it is asked to spread the tables is read from a stand-in for its catalogue. */
async function tables() {
  const client = await server().deps.pool.connect();
  try {
    await client.query("BEGIN");
    await client.query("CREATE TABLE IF NOT EXISTS pg_temp.pg_dist_partition (logicalrelid regclass)");
    return await all(client, localTables);
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}

describe("on Citus", () => {
  it("every table is spread by its workspace, none stays behind", async () => {
    const found = await tables();
    expect(found.map(({ name }) => name)).toContain("mentions");
    expect(found.filter(({ has_workspace }) => !has_workspace)).toEqual([]);
  });

  it("a table comes after those that it refers to", async () => {
    const names = inOrder(await tables()).map(({ name }) => name);
    expect(names.indexOf("workspaces")).toBeLessThan(names.indexOf("members"));
    expect(names.indexOf("members")).toBeLessThan(names.indexOf("mentions"));
    expect(names.indexOf("mentions")).toBeLessThan(names.indexOf("drafts"));
  });

  it("tables that refer to each other in a ring are refused", () => {
    const table = (name: string, references: string[]) => ({ name, references, has_workspace: true });
    expect(() => inOrder([table("a", ["b"]), table("b", ["a"]), table("c", [])])).toThrow("a, b");
  });
});

it("a database without Citus stays as it is", async () => {
  const logged: unknown[] = [];
  await withClient(inject("database").url, async (client) => {
    const { rows } = await client.query("SELECT 1 FROM pg_extension WHERE extname = 'citus'");
    if (rows.length === 0) await distribute(client, (...line) => void logged.push(line));
  });
  expect(logged).toEqual([]);
});
