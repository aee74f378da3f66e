import { expect, it } from "vitest";
import { auditCommands } from "../../../server/tasks/audit-command.ts";
import type { Operator } from "../../../server/tasks/operator.ts";
import { useServer } from "../support.ts";

const server = useServer();

it("reads the log from its beginning, names the line that does not hold, and says what it could not look at", async () => {
  const workspace = await server().workspace();
  await server().join(workspace, "admin");
  const { pool, models } = server().deps;
  const given = { words: [], of: (option: string) => (option === "workspace" ? workspace : undefined), has: () => true };
  const check = (keys: Operator["keys"]) =>
    auditCommands.audit?.run({ pool, keys, signal: new AbortController().signal } as unknown as Operator, given);
  expect(await check(models.keys)).toMatchObject({ lines: [`${workspace}  Acme: 1 lines, each as it was written`] });
  await pool.query("ALTER TABLE audit_log DISABLE TRIGGER audit_log_is_kept");
  await pool.query("UPDATE audit_log SET action = 'no' WHERE workspace_id = $1", [workspace]);
  await pool.query("ALTER TABLE audit_log ENABLE TRIGGER audit_log_is_kept");
  const broken = await check(null);
  expect(broken?.isBad).toBe(true);
  expect(broken?.lines[0]).toBe(`${workspace}  Acme: BROKEN, line 1 is not what was written there`);
  expect(broken?.lines[1]).toContain("what is signed was not looked at");
});
