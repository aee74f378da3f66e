import type { HistoryEntry } from "../../lib/schema/mention.ts";
import { iso, mentionJson } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

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

/** Operations by their devices and ids: one value for each, in one order. */
interface Keys {
  readonly workspaceId: string;
  readonly devices: readonly string[];
  readonly operations: readonly string[];
}

/** With who asks each: the member, and whether they may see what is with staff. */
interface AskedKeys extends Keys {
  readonly members: readonly string[];
  readonly areStaff: readonly boolean[];
}

/** With the hash of each operation's body, and the time. */
interface NewOperations extends Keys {
  readonly bodyHashes: readonly Buffer[];
  readonly at: Date;
}

/** What was answered to those of them that took effect. */
export const storedOperations = named<AskedKeys, StoredRow>(
  "operation.stored",
  `SELECT o.device_id, o.operation_id, o.body_hash, o.mention_id IS NOT NULL AND m.mention_id IS NULL AS is_gone,
     CASE WHEN o.mention_id IS NULL THEN o.result WHEN m.mention_id IS NOT NULL THEN ${mentionJson(asker)} END AS result
   FROM unnest($devices::text[], $operations::uuid[], $members::text[], $areStaff::boolean[]) AS given (device_id, operation_id, asker, is_staff)
   JOIN operations o ON ${isGiven}
   LEFT JOIN mentions m ON m.workspace_id = $workspaceId AND m.mention_id = o.mention_id`,
);

/** Stores answers, as JSON. A unique key is violated when one of the operations took effect elsewhere meanwhile. */
export const storeOperations = named<NewOperations & { readonly results: readonly string[] }>(
  "operation.store",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result)
   SELECT w.workspace_id, device_id, operation_id, body_hash, $at, result::json
   FROM workspaces w, unnest($devices::text[], $operations::uuid[], $bodyHashes::bytea[], $results::text[])
     AS given (device_id, operation_id, body_hash, result)
   WHERE w.workspace_id = $workspaceId`,
);

/** As `storeOperations`; the answers are mentions, of which the ids are kept. */
export const storeMentionsAnswered = named<NewOperations & { readonly mentions: readonly string[] }>(
  "operation.store_mentions_answered",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result, mention_id)
   SELECT w.workspace_id, device_id, operation_id, body_hash, $at, '{}', asked_id
   FROM workspaces w, unnest($devices::text[], $operations::uuid[], $bodyHashes::bytea[], $mentions::text[])
     AS given (device_id, operation_id, body_hash, asked_id)
   WHERE w.workspace_id = $workspaceId`,
);

/**
 * Stores what `claimNext` just gave to the askers as the answers to their operations. Nothing else has changed in the workspace since: what was given has
 * the last revisions, one for each asker at most.
 */
export const storeGranted = named<NewOperations & { readonly grants: readonly string[] }>(
  "operation.store_granted",
  `INSERT INTO operations (workspace_id, device_id, operation_id, body_hash, at, result, mention_id)
   SELECT m.workspace_id, given.device_id, given.operation_id, given.body_hash, $at, '{}', m.mention_id
   FROM workspaces w JOIN mentions m ON m.workspace_id = $workspaceId AND m.revision > w.counter - cardinality($grants::uuid[])
   JOIN unnest($devices::text[], $operations::uuid[], $bodyHashes::bytea[], $grants::uuid[])
     AS given (device_id, operation_id, body_hash, grant_id) ON given.grant_id = m.grant_id
   WHERE w.workspace_id = $workspaceId`,
);

/** The mentions that are the answers, one for each operation, as they are now and as the wire has them. */
export const showMentions = named<AskedKeys & { readonly mentions: readonly string[] }, OperationKey & { result: unknown }>(
  "operation.show_mentions",
  `SELECT given.device_id, given.operation_id, ${mentionJson(asker)} AS result
   FROM unnest($devices::text[], $operations::uuid[], $mentions::text[], $members::text[], $areStaff::boolean[])
     AS given (device_id, operation_id, asked_id, asker, is_staff)
   JOIN mentions m ON m.workspace_id = $workspaceId AND m.mention_id = given.asked_id`,
);

/**
 * Gives those that took effect nowhere; while one is under way elsewhere this waits for its end. Sorted, so that two servers with the same
 * ones wait for each other and not in a ring.
 */
export const probeOperations = named<NewOperations, OperationKey>(
  "operation.probe",
  `INSERT INTO operations AS o (workspace_id, device_id, operation_id, body_hash, at, result)
   SELECT w.workspace_id, given.device_id, given.operation_id, given.body_hash, $at, 'null'
   FROM workspaces w, unnest($devices::text[], $operations::uuid[], $bodyHashes::bytea[]) AS given (device_id, operation_id, body_hash)
   WHERE w.workspace_id = $workspaceId ORDER BY given.device_id, given.operation_id
   ON CONFLICT DO NOTHING RETURNING o.device_id, o.operation_id`,
);

/** Takes back what a probe left. */
export const dropOperations = named<Keys>(
  "operation.drop",
  `DELETE FROM operations o USING unnest($devices::text[], $operations::uuid[]) AS given (device_id, operation_id) WHERE ${isGiven}`,
);

/** What was done to a mention and by whom, oldest first: workspace, mention. */
export const historyOf = statement<[string, string], { entry: HistoryEntry }>(
  "history.of",
  `SELECT json_build_object('at', ${iso("l.at")}, 'who', p.name, 'action', l.action, 'detail', l.detail) AS entry
   FROM audit_log l LEFT JOIN members p ON p.workspace_id = l.workspace_id AND p.member_id = l.member_id
   WHERE l.workspace_id = $1 AND l.subject = $2 ORDER BY l.at, l.seq, l.entry_id LIMIT 200`,
);
