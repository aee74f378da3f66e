import { describe, expect, it } from "vitest";
import { forEachWorkspace, workspacesThere } from "../../../server/database/each-workspace.ts";
import type { Log } from "../../../server/log.ts";
import { transaction } from "../../../server/store/pool.ts";
import { all, statement } from "../../../server/store/statement.ts";
import { useServer } from "../support.ts";

const server = useServer();

/** What the database throws where it is told to: an error of its own with this code. */
const refused = (code: string) =>
  server().deps.pool.query(`DO $$ BEGIN RAISE EXCEPTION 'connection to the remote node failed' USING ERRCODE = '${code}'; END $$`);

describe("work for each workspace", () => {
  const logged: string[] = [];
  const log: Log = (_level, event) => void logged.push(event);

  it("goes on past those on a machine that is away, says so once, and fails in the end", async () => {
    const { pool } = server().deps;
    const mine = [await server().workspace(), await server().workspace(), await server().workspace()];
    const done: string[] = [];
    const work = async (id: string) => {
      if (id === mine[0] || id === mine[1]) await refused("08006");
      done.push(id);
    };
    logged.length = 0;
    await expect(forEachWorkspace({ pool, log }, work)).rejects.toMatchObject({ code: "08006" });
    expect(done).toContain(mine[2]);
    expect(logged).toEqual(["workspaces_away"]);
  });

  it("ends where the database itself goes", async () => {
    const { pool } = server().deps;
    await server().workspace();
    let begun = 0;
    const work = async () => {
      begun += 1;
      await refused("57P01");
    };
    await expect(forEachWorkspace({ pool, log }, work)).rejects.toMatchObject({ code: "57P01" });
    expect(begun).toBe(1);
  });

  it("knows all of them where all are there", async () => {
    const id = await server().workspace();
    const { there, trouble } = await workspacesThere(server().deps.pool);
    expect(there.map((each) => each.id)).toContain(id);
    expect(trouble).toBeNull();
  });
});

describe("what was just moved to another machine", () => {
  const moved = statement<[string], { n: number }>("test.moved", "SELECT moved_once($1) AS n");

  it("is asked for again, alone and in a transaction", async () => {
    const { pool } = server().deps;
    await pool.query("CREATE SEQUENCE IF NOT EXISTS asked");
    await pool.query(
      `CREATE OR REPLACE FUNCTION moved_once(text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN
         IF nextval('asked') % 2 = 1 THEN RAISE EXCEPTION 'shard is gone' USING ERRCODE = 'XX000', HINT = 'Retry the query.'; END IF;
         RETURN 1; END $$`,
    );
    try {
      expect(await all(pool, moved, "")).toEqual([{ n: 1 }]);
      expect(await transaction(pool, (client) => all(client, moved, ""))).toEqual([{ n: 1 }]);
      const { rows } = await pool.query("SELECT last_value AS asked FROM asked");
      expect(rows).toEqual([{ asked: 4 }]);
    } finally {
      await pool.query("DROP FUNCTION moved_once");
      await pool.query("DROP SEQUENCE asked");
    }
  });
});
