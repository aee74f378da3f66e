import { expect, it } from "vitest";
import { noteRule } from "../../../server/operations/rule-notes.ts";
import { transaction } from "../../../server/store/pool.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("a rule leaves a line by nobody for each mention", async () => {
  const { pool } = server().deps;
  const workspaceId = await server().workspace();
  const notes = [
    { entryId: "own x:1", mentionId: "x:1" },
    { entryId: "own x:2", mentionId: "x:2", detail: { route: "first_line" } },
  ];
  await transaction(pool, async (client) => {
    const where = { client, workspaceId, at: new Date("2026-03-02T10:00:00Z") };
    await noteRule(where, "rule.own_handle", notes);
    await noteRule(where, "rule.own_handle", []);
  });
  const { rows } = await pool.query(
    "SELECT left(entry_id, 7) AS entry_id, member_id, action, subject, detail FROM audit_log WHERE workspace_id = $1 ORDER BY entry_id",
    [workspaceId],
  );
  expect(rows).toEqual([
    { entry_id: "own x:1", member_id: null, action: "rule.own_handle", subject: "x:1", detail: {} },
    { entry_id: "own x:2", member_id: null, action: "rule.own_handle", subject: "x:2", detail: { route: "first_line" } },
  ]);
});
