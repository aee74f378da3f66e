import { statement } from "./statement.ts";

/** workspace, device, operation */
export const storedOperation = statement<[string, string, string], { body_hash: Buffer; result: unknown }>(
  "operation.stored",
  "SELECT body_hash, result FROM operations WHERE workspace_id = $1 AND device_id = $2 AND operation_id = $3",
);

/**
 * workspace, device, operation, body hash, at. No row when the operation took effect before; while the same one is under way
 * elsewhere this waits for its end.
 */
export const beginOperation = statement<[string, string, string, Buffer, Date], { begun: true }>(
  "operation.begin",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, result, at)
   VALUES ($1, $2, $3, $4, 'null', $5) ON CONFLICT DO NOTHING RETURNING true AS begun`,
);

/** workspace, device, operation, result as JSON */
export const finishOperation = statement<[string, string, string, string]>(
  "operation.finish",
  "UPDATE operations SET result = $4 WHERE workspace_id = $1 AND device_id = $2 AND operation_id = $3",
);

/** workspace, at, entry, member (null: a rule or the help desk), action, subject, detail as JSON. The same entry of the same instant is one. */
export const addToAuditLog = statement<[string, Date, string, string | null, string, string, string]>(
  "audit.add",
  `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT DO NOTHING`,
);
