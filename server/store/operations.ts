import { mentionJoins, mentionJson } from "./mention-json.ts";
import { statement } from "./statement.ts";

const given = "unnest($2::text[], $3::uuid[]) AS given (device_id, operation_id)";
const isGiven = "o.workspace_id = $1 AND o.device_id = given.device_id AND o.operation_id = given.operation_id";

interface OperationKey {
  readonly device_id: string;
  readonly operation_id: string;
}

/** workspace, devices, operations. What was answered to them. */
export const storedOperations = statement<[string, string[], string[]], OperationKey & { body_hash: Buffer; result: unknown }>(
  "operation.stored",
  `SELECT o.device_id, o.operation_id, o.body_hash, o.result FROM operations o, ${given} WHERE ${isGiven}`,
);

/**
 * workspace, devices, operations, body hashes, at. Gives those that begin now; the others took effect before. While the same one is
 * under way elsewhere this waits for its end. Sorted, so that two servers with the same ones wait for each other and not in a ring.
 */
export const beginOperations = statement<[string, string[], string[], Buffer[], Date], OperationKey>(
  "operation.begin",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, result, at)
   SELECT w.workspace_id, given.device_id, given.operation_id, given.body_hash, 'null', $5
   FROM workspaces w, unnest($2::text[], $3::uuid[], $4::bytea[]) AS given (device_id, operation_id, body_hash)
   WHERE w.workspace_id = $1 ORDER BY given.device_id, given.operation_id
   ON CONFLICT DO NOTHING RETURNING device_id, operation_id`,
);

/** workspace, devices, operations, results as JSON */
export const finishOperations = statement<[string, string[], string[], string[]]>(
  "operation.finish",
  `UPDATE operations o SET result = given.result::json
   FROM unnest($2::text[], $3::uuid[], $4::text[]) AS given (device_id, operation_id, result) WHERE ${isGiven}`,
);

/** workspace, devices, operations, mentions. Stores each mention as it is now for the answer, and gives it: JSON as the wire has it. */
export const finishWithMentions = statement<[string, string[], string[], string[]], OperationKey & { result: unknown }>(
  "operation.finish_with_mentions",
  `UPDATE operations o SET result = given.mention
   FROM (
     SELECT asked.device_id, asked.operation_id, ${mentionJson} AS mention
     FROM unnest($2::text[], $3::uuid[], $4::text[]) AS asked (device_id, operation_id, asked_id)
     JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = asked.asked_id ${mentionJoins}
   ) AS given WHERE ${isGiven} RETURNING o.device_id, o.operation_id, o.result`,
);

/** workspace, devices, operations. Forgets those that were refused. */
export const dropOperations = statement<[string, string[], string[]]>(
  "operation.drop",
  `DELETE FROM operations o USING ${given} WHERE ${isGiven}`,
);

/** workspace, at, entries, members (null: a rule or the help desk), actions, subjects, details as JSON. The same entry of the same instant is one. */
export const addToAuditLog = statement<
  [string, Date, readonly string[], readonly (string | null)[], readonly string[], readonly string[], readonly string[]]
>(
  "audit.add",
  `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail)
   SELECT w.workspace_id, $2, entry_id, member_id, action, subject, detail::json
   FROM workspaces w, unnest($3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS given (entry_id, member_id, action, subject, detail)
   WHERE w.workspace_id = $1 ON CONFLICT DO NOTHING`,
);
