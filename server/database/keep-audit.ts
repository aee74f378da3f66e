import type pg from "pg";
import { auditGuard, keepAuditLog, lockGuard } from "../store/audit.ts";
import { all, one } from "../store/statement.ts";

/** Has the database keep the log of decisions from being changed, where it can. Safe to run again, and by several processes at once. */
export async function keepAudit(client: pg.ClientBase): Promise<void> {
  const { is_kept, can_be } = await one(client, auditGuard);
  if (is_kept || !can_be) return;
  await client.query("BEGIN");
  await all(client, lockGuard);
  for (const sql of keepAuditLog) await client.query(sql);
  await client.query("COMMIT");
}
