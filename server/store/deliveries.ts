import type { BrakeSigns } from "../../lib/schema/brake.ts";
import type { CallProblem, Delivery, MentionEvent, Target } from "../../lib/schema/integration.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** What chats are told when the brake came on, or went off, by itself. */
export interface BrakeNews {
  /** The community. */
  readonly name: string;
  readonly isOn: boolean;
  readonly signs: BrakeSigns;
}

type Told =
  | { readonly event: MentionEvent | "test"; readonly payload: Mention | null }
  | { readonly event: "brake"; readonly payload: BrakeNews };

export type DeliveryRow = Told & {
  readonly delivery_id: string;
  readonly mention_id: string | null;
  readonly attempts: number;
  readonly at: Date;
};

/** For everyone who wants to hear of it; some kinds hear of certain events, whatever they chose. */
export const addDeliveries = named<{
  workspaceId: string;
  deliveryId: string;
  mentionId: string;
  event: MentionEvent;
  payload: string;
  at: Date;
  kinds: readonly Target["kind"][];
  theirEvents: readonly MentionEvent[];
  /** Chats hear of it, whatever they chose. */
  allChats: boolean;
}>(
  "delivery.add",
  `INSERT INTO deliveries (workspace_id, delivery_id, integration_id, mention_id, event, payload, state, attempts, at, next_at)
   SELECT workspace_id, $deliveryId || '.' || integration_id, integration_id, $mentionId, $event, $payload, 'waiting', 0, $at, $at FROM integrations
   WHERE workspace_id = $workspaceId AND enabled AND CASE WHEN target ->> 'kind' = ANY ($kinds) THEN $event = ANY ($theirEvents)
     ELSE $event = ANY (events) OR ($allChats::boolean AND target ->> 'kind' = 'chat') END`,
);

/** workspace, delivery, integration, at. Tried before what waits. */
export const addTest = statement<[string, string, string, Date]>(
  "delivery.add_test",
  `INSERT INTO deliveries (workspace_id, delivery_id, integration_id, event, payload, state, attempts, at, next_at)
   VALUES ($1, $2, $3, 'test', 'null', 'waiting', 0, $4, $4)`,
);

/**
 * Takes the next one to try: workspace, at, integration, not again before, problems that let others pass. Fresh ones first, so that one
 * that always fails holds up nobody; those of one mention in their order, but for those that failed so. Written before the call: no
 * second server takes it, and a try without an end is known.
 */
export const takeDelivery = statement<[string, Date, string, Date, readonly CallProblem[]], DeliveryRow>(
  "delivery.take",
  `UPDATE deliveries SET attempts = attempts + 1, tried_at = $2, next_at = $4
   WHERE workspace_id = $1 AND delivery_id = (
     SELECT d.delivery_id FROM deliveries d
     WHERE d.workspace_id = $1 AND d.integration_id = $3 AND d.state = 'waiting' AND d.next_at <= $2
       AND NOT EXISTS (
         SELECT FROM deliveries b WHERE b.workspace_id = $1 AND b.integration_id = $3 AND b.mention_id = d.mention_id
           AND b.state = 'waiting' AND (b.problem IS NULL OR b.problem <> ALL ($5)) AND (b.at, b.delivery_id) < (d.at, d.delivery_id))
     ORDER BY d.attempts, d.at LIMIT 1 FOR UPDATE SKIP LOCKED)
   RETURNING delivery_id, mention_id, event, payload, attempts, at`,
);

/** Whether something could be told right now: workspace, at. */
export const isDeliveryDue = statement<[string, Date], { due: boolean }>(
  "delivery.is_due",
  `SELECT EXISTS (
     SELECT FROM deliveries d JOIN integrations i ON i.workspace_id = d.workspace_id AND i.integration_id = d.integration_id
     WHERE d.workspace_id = $1 AND d.state = 'waiting' AND d.next_at <= $2 AND i.enabled AND (i.paused_until IS NULL OR i.paused_until <= $2)
   ) AS due`,
);

/** workspace, delivery */
export const deliveryDone = statement<[string, string]>(
  "delivery.done",
  "UPDATE deliveries SET state = 'done', problem = NULL, status = NULL WHERE workspace_id = $1 AND delivery_id = $2",
);

export const deliveryFailed = named<{
  workspaceId: string;
  deliveryId: string;
  state: "waiting" | "failed";
  problem: CallProblem;
  status: number | null;
  nextAt: Date;
}>(
  "delivery.failed",
  "UPDATE deliveries SET state = $state, problem = $problem, status = $status, next_at = $nextAt WHERE workspace_id = $workspaceId AND delivery_id = $deliveryId",
);

/** The log of an integration, newest first: workspace, integration, at most. */
export const deliveryLog = statement<[string, string, number], { delivery: Delivery }>(
  "delivery.log",
  `SELECT json_build_object('id', delivery_id, 'event', event, 'mentionId', mention_id, 'state', state, 'attempts', attempts,
     'at', ${iso("at")}, 'triedAt', ${iso("tried_at")}, 'nextAt', CASE WHEN state = 'waiting' THEN ${iso("next_at")} END,
     'problem', problem, 'status', status) AS delivery
   FROM deliveries WHERE workspace_id = $1 AND integration_id = $2 ORDER BY at DESC, delivery_id LIMIT $3`,
);

/** Tells it once more, with its old id: workspace, integration, delivery, at. */
export const replayDelivery = statement<[string, string, string, Date]>(
  "delivery.replay",
  `UPDATE deliveries SET state = 'waiting', attempts = CASE WHEN state = 'done' THEN 0 ELSE 1 END, next_at = $4, problem = NULL
   WHERE workspace_id = $1 AND integration_id = $2 AND delivery_id = $3 AND state <> 'waiting'`,
);

/** All that were given up: workspace, integration, at. */
export const replayFailed = statement<[string, string, Date]>(
  "delivery.replay_failed",
  `UPDATE deliveries SET state = 'waiting', attempts = 1, next_at = $3 WHERE workspace_id = $1 AND integration_id = $2 AND state = 'failed'`,
);

/** What waits is tried now: workspace, integration, at. */
export const hurryDeliveries = statement<[string, string, Date]>(
  "delivery.hurry",
  "UPDATE deliveries SET next_at = $3 WHERE workspace_id = $1 AND integration_id = $2 AND state = 'waiting' AND next_at > $3",
);

/** Forgets what was told, given up, or waits for a connection that is off: workspace, nothing to do with it since. */
export const forgetDeliveries = statement<[string, Date]>(
  "delivery.forget",
  "DELETE FROM deliveries WHERE workspace_id = $1 AND greatest(at, tried_at, next_at) < $2",
);
