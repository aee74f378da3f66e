import { readdirSync } from "node:fs";
import pg from "pg";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { workspacesThere } from "../../server/database/each-workspace.ts";
import { migrate } from "../../server/database/migrate.ts";
import { newId } from "../../server/ids.ts";
import { hasCitus, workspacesByPart } from "../../server/store/citus.ts";
import { all, one } from "../../server/store/statement.ts";
import { citusPlans } from "./citus.ts";
import { statements } from "./statements.ts";
import { useServer } from "./support.ts";

const server = useServer();

/** Our statements that ask every machine. All others are of one workspace. */
const everywhere = ["workspace.among", "workspace.ids"];
/** These ask the coordinator alone, of itself. */
const ofItself = /^(session|citus)\.|^(backup|workspace)\.tables$|^workspace\.(running_now|still_running)$|\.lock_first_start$/;

beforeEach(async ({ skip }) => {
  if (!(await one(server().deps.pool, hasCitus)).yes) skip("the database has no Citus: name one that has in TEST_DATABASE_URL");
});

describe("on Citus", () => {
  it("every statement of a workspace is one task of the machine that has it", async () => {
    const odd: string[] = [];
    await looking(async (plans) => {
      for (const { name, text } of await statements()) {
        if (ofItself.test(name)) continue;
        for (const plan of await plans(text)) if (plan !== "one task") odd.push(`${name}: ${plan}`);
      }
    });
    expect(odd.toSorted()).toEqual(everywhere.map((name) => expect.stringMatching(`^${name}: tasks: \\d+$`)));
  }, 120_000);

  it("this sees what is not", async () => {
    const inserting = `WITH kept AS (INSERT INTO removals (workspace_id, mention_id, revision, at) VALUES ($1, $2, 1, $3::timestamptz))
      SELECT counter FROM workspaces WHERE workspace_id = $1`;
    const loose =
      "INSERT INTO removals (workspace_id, mention_id, revision, at) SELECT $1, mention_id, 1, $2::timestamptz FROM unnest($3::text[]) AS mention_id";
    const half =
      "SELECT m.mention_id FROM mentions m LEFT JOIN replies r ON r.workspace_id = m.workspace_id AND r.author = $2 WHERE m.workspace_id = $1 FOR UPDATE OF m";
    await looking(async (plans) => {
      expect(await plans(inserting)).toEqual(["subplans"]);
      expect(await plans(loose)).toContain("through the coordinator");
      expect(await plans(half)).toEqual(["one task", expect.stringContaining("could not run distributed query")]);
    });
  });

  it("the list of workspaces that is asked of each part, as when a machine is away, is the same", async () => {
    const { pool } = server().deps;
    await server().workspace();
    const { there, trouble } = await workspacesThere(pool);
    expect(trouble).toBeNull();
    const parts = (await all(pool, workspacesByPart)).flatMap(({ found }) => found ?? []);
    // Others come and go meanwhile.
    const ids = new Set(parts.map(({ id }) => id));
    expect(there.filter(({ id }) => ids.has(id)).length).toBeGreaterThan(there.length / 2);
    expect(parts.every(({ id, name }) => id !== "" && typeof name === "string")).toBe(true);
  });

  it("tables that were spread early take every later step, with what is in them", async () => {
    const schema = `steps_${newId()}`;
    const { url } = inject("database");
    const there = `${url}${url.includes("?") ? "&" : "?"}options=${encodeURIComponent(`-c search_path=${schema}`)}`;
    const client = new pg.Client({ connectionString: there });
    await client.connect();
    try {
      await client.query(`CREATE SCHEMA ${schema}`);
      const first = readdirSync("server/sql")
        .filter((file) => file < "0100")
        .sort()
        .at(-1)
        ?.replace(".sql", "");
      await migrate(there, () => {}, first);
      for (const sql of used) await client.query(sql);
      await migrate(there, () => {});
      const { rows } = await client.query(
        "SELECT used FROM invitations JOIN invitation_uses USING (workspace_id, invitation_id) WHERE workspace_id = 'w'",
      );
      expect(rows).toEqual([{ used: 1 }]);
      const { rows: local } = await client.query(
        `SELECT relname FROM pg_class WHERE relnamespace = '${schema}'::regnamespace AND relkind = 'r' AND oid NOT IN (SELECT logicalrelid FROM pg_dist_partition)`,
      );
      expect(local).toEqual([{ relname: "migrations" }]);
    } finally {
      await client.query(`DROP SCHEMA ${schema} CASCADE`);
      await client.end();
    }
  }, 120_000);
});

/** Looks at plans over one connection, which ends with that. */
async function looking(work: (plans: (text: string) => Promise<string[]>) => Promise<void>): Promise<void> {
  const client = await server().deps.pool.connect();
  try {
    await work((text) => citusPlans(client, text));
  } finally {
    client.release(true);
  }
}

/** Somebody who joined by an invitation, as the first schema has it. */
const used = [
  `INSERT INTO workspaces (workspace_id, name, disclosure, settings, epoch, counter, revision, created_at)
   VALUES ('w', 'Acme', '', '{}', 'e', 1, 1, '2026-03-02')`,
  "INSERT INTO members VALUES ('w', 'ann', 'Ann', 'advocate', 1, 1, '2026-03-02')",
  "INSERT INTO devices (workspace_id, token_hash, device_id, member_id, created_at) VALUES ('w', '\\x01', 'd', 'ann', '2026-03-02')",
  `INSERT INTO invitations (workspace_id, invitation_id, code_hash, role, created_at, expires_at, used_by)
   VALUES ('w', 'i', '\\x02', 'advocate', '2026-03-02', '2026-03-09', 'ann')`,
];
