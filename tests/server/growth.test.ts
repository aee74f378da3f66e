import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keptDays, mostOf } from "../../lib/schema/limits.ts";
import { purgeWorkspace } from "../../server/jobs/purge.ts";
import { team, useServer } from "./support.ts";

const server = useServer();
const dayMs = 24 * 60 * 60_000;

it("docs/server.md says of every table what bounds it, and of no other", async () => {
  const { rows } = await server().deps.pool.query<{ name: string }>(
    "SELECT relname AS name FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') AND relname <> 'migrations'",
  );
  const [, section = ""] = readFileSync("docs/server.md", "utf8").split("| table |");
  const told = [...(section.split("\n\n")[0] ?? "").matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name]) => name);
  expect(told.sort()).toEqual(rows.map(({ name }) => name).sort());
});

it("what the nights' refits did, and who was taken back, goes as the audit log does", async () => {
  const [ann] = await team(server());
  const { pool, now } = server().deps;
  for (const days of [keptDays.audit + 1, keptDays.audit - 1]) {
    const at = new Date(now().getTime() - days * dayMs);
    await pool.query("INSERT INTO refits (workspace_id, night, thresholds, at) VALUES ($1, $2::timestamptz::date, '{}', $2)", [
      ann.workspaceId,
      at,
    ]);
    await pool.query("INSERT INTO take_backs (workspace_id, take_back_id, member_id, since, by, at) VALUES ($1, $3, 'm', $2, 'n', $2)", [
      ann.workspaceId,
      at,
      `t${days}`,
    ]);
  }
  await purgeWorkspace(server().deps, ann.workspaceId);
  for (const table of ["refits", "take_backs"]) {
    const { rows } = await pool.query(`SELECT 1 FROM ${table} WHERE workspace_id = $1`, [ann.workspaceId]);
    expect(rows, table).toHaveLength(1);
  }
});

it("nobody is invited beyond the members that a workspace may have", async () => {
  const workspace = await server().workspace();
  const admin = await server().join(workspace, "admin");
  const most = mostOf.members - mostOf.invitations;
  await server().deps.pool.query(
    `INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at)
     SELECT $1, 'm' || n, 'M', 'advocate', 0, 1, now() FROM generate_series(1, $2::integer) n`,
    [workspace, most - 2],
  );
  await admin.run("invitation.create", { role: "advocate" });
  await server().join(workspace, "advocate");
  await expect(admin.run("invitation.create", { role: "advocate" })).rejects.toMatchObject({ code: "full" });
});
