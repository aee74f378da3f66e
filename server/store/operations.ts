import type { HistoryEntry } from "../../lib/schema/mention.ts";
import { iso, mentionJson } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

const given = "unnest($2::text[], $3::uuid[]) AS given (device_id, operation_id)";
const asker = { isStaff: "given.is_staff", member: "given.asker" };
const isGiven = "o.workspace_id = $1 AND o.device_id = given.device_id AND o.operation_id = given.operation_id";

interface OperationKey {
  readonly device_id: string;
  readonly operation_id: string;
}

interface StoredRow extends OperationKey {
  readonly body_hash: Buffer;
  /** Where the answer was a mention, that mention as it is now. */
  readonly result: unknown;
  /** The mention that was the answer is no more. */
  readonly is_gone: boolean;
}

type Askers = [members: string[], areStaff: boolean[]];

/** workspace, devices, operations, the members who ask, of staff or not. What was answered to them. */
export const storedOperations = statement<[string, string[], string[], ...Askers], StoredRow>(
  "operation.stored",
  `SELECT o.device_id, o.operation_id, o.body_hash, o.mention_id IS NOT NULL AND m.mention_id IS NULL AS is_gone,
     CASE WHEN o.mention_id IS NULL THEN o.result WHEN m.mention_id IS NOT NULL THEN ${mentionJson(asker)} END AS result
   FROM unnest($2::text[], $3::uuid[], $4::text[], $5::boolean[]) AS given (device_id, operation_id, asker, is_staff)
   JOIN operations o ON ${isGiven}
   LEFT JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = o.mention_id`,
);

type NewOperations = [workspace: string, devices: string[], operations: string[], bodyHashes: Buffer[], at: Date];

/** workspace, devices, operations, body hashes, at, results as JSON. A unique key is violated when one took effect elsewhere meanwhile. */
export const storeOperations = statement<[...NewOperations, results: string[]]>(
  "operation.store",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result)
   SELECT w.workspace_id, device_id, operation_id, body_hash, $5, result::json
   FROM workspaces w, unnest($2::text[], $3::uuid[], $4::bytea[], $6::text[]) AS given (device_id, operation_id, body_hash, result)
   WHERE w.workspace_id = $1`,
);

/** As `storeOperations`; the answers are mentions, of which the ids are kept. */
export const storeMentionsAnswered = statement<[...NewOperations, mentions: string[]]>(
  "operation.store_mentions_answered",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result, mention_id)
   SELECT w.workspace_id, device_id, operation_id, body_hash, $5, '{}', asked_id
   FROM workspaces w, unnest($2::text[], $3::uuid[], $4::bytea[], $6::text[]) AS given (device_id, operation_id, body_hash, asked_id)
   WHERE w.workspace_id = $1`,
);

/** workspace, devices, operations, mentions, the members who ask, of staff or not. The mentions as they are now, as the wire has them. */
export const showMentions = statement<[string, string[], string[], mentions: string[], ...Askers], OperationKey & { result: unknown }>(
  "operation.show_mentions",
  `SELECT given.device_id, given.operation_id, ${mentionJson(asker)} AS result
   FROM unnest($2::text[], $3::uuid[], $4::text[], $5::text[], $6::boolean[]) AS given (device_id, operation_id, asked_id, asker, is_staff)
   JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = given.asked_id`,
);

/**
 * workspace, devices, operations, body hashes, at. Gives those that took effect nowhere; while one is under way elsewhere this waits for
 * its end. Sorted, so that two servers with the same ones wait for each other and not in a ring.
 */
export const probeOperations = statement<NewOperations, OperationKey>(
  "operation.probe",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result)
   SELECT w.workspace_id, given.device_id, given.operation_id, given.body_hash, $5, 'null'
   FROM workspaces w, unnest($2::text[], $3::uuid[], $4::bytea[]) AS given (device_id, operation_id, body_hash)
   WHERE w.workspace_id = $1 ORDER BY given.device_id, given.operation_id
   ON CONFLICT DO NOTHING RETURNING device_id, operation_id`,
);

/** workspace, devices, operations. Takes back what a probe left. */
export const dropOperations = statement<[string, string[], string[]]>(
  "operation.drop",
  `DELETE FROM operations o USING ${given} WHERE ${isGiven}`,
);

/** The same entry of the same instant is one; a member of null is a rule or the help desk. */
export const addToAuditLog = named<{
  workspaceId: string;
  at: Date;
  entries: readonly string[];
  members: readonly (string | null)[];
  actions: readonly string[];
  subjects: readonly string[];
  details: readonly string[];
}>(
  "audit.add",
  `INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail)
   SELECT w.workspace_id, $at, entry_id, member_id, action, subject, detail::json
   FROM workspaces w, unnest($entries::text[], $members::text[], $actions::text[], $subjects::text[], $details::text[]) AS given (entry_id, member_id, action, subject, detail)
   WHERE w.workspace_id = $workspaceId ON CONFLICT DO NOTHING`,
);

/** What was done to a mention and by whom, oldest first: workspace, mention. */
export const historyOf = statement<[string, string], { entry: HistoryEntry }>(
  "history.of",
  `SELECT json_build_object('at', ${iso("l.at")}, 'who', p.name, 'action', l.action, 'detail', l.detail) AS entry
   FROM audit_log l LEFT JOIN members p ON p.workspace_id = l.workspace_id AND p.member_id = l.member_id
   WHERE l.workspace_id = $1 AND l.subject = $2 ORDER BY l.at, l.entry_id LIMIT 200`,
);
