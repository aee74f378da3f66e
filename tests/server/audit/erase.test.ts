import { expect, it } from "vitest";
import { checkAudit } from "../../../server/audit/check.ts";
import { eraseLines } from "../../../server/audit/erase.ts";
import { noteDecisions } from "../../../server/audit/note.ts";
import { transaction } from "../../../server/store/pool.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("lines lose what they are about, once, and the chain holds", async () => {
  const { pool, models } = server().deps;
  const workspaceId = await server().workspace();
  const erased = await transaction(pool, async (client) => {
    const line = (subject: string) => ({ id: `rule ${subject}`, member: null, action: "rule.test", subject, detail: { a: subject } });
    await noteDecisions({ client, workspaceId, at: new Date() }, [line("x:1"), line("x:2"), line("x:1")]);
    return [await eraseLines(client, workspaceId, ["x:1"], "n1"), await eraseLines(client, workspaceId, ["x:1"], "n2")];
  });
  expect(erased).toEqual([2, 0]);
  expect((await checkAudit(pool, workspaceId, models.keys, null)).fault).toBeNull();
  const { rows } = await pool.query("SELECT entry_id, subject, detail::text FROM audit_log WHERE workspace_id = $1 ORDER BY seq", [
    workspaceId,
  ]);
  expect(JSON.stringify(rows)).not.toContain("x:1");
  expect(rows.map(({ subject }) => subject)).toEqual(["", "x:2", ""]);
});
