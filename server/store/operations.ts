import { statement } from "./statement.ts";

/** workspace, device, operation */
export const storedOperation = statement<[string, string, string], { body_hash: Buffer; result: unknown }>(
  "operation.stored",
  "SELECT body_hash, result FROM operations WHERE workspace_id = $1 AND device_id = $2 AND operation_id = $3",
);

/** workspace, device, operation, body hash, result as JSON, at. No row when the operation took effect meanwhile. */
export const storeOperation = statement<[string, string, string, Buffer, string, Date], { stored: true }>(
  "operation.store",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, result, at)
   VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING true AS stored`,
);

/** workspace, at, entry, member, action, subject, detail as JSON */
export const addToAuditLog = statement<[string, Date, string, string, string, string, string]>(
  "audit.add",
  "INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)",
);
