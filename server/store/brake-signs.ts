import { type BrakeRules, type BrakeSigns, usualBrakeRules } from "../../lib/schema/brake.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { named } from "./statement.ts";

/** When the brake of workspace `w` comes on by itself. */
export const brakeRules = `coalesce(w.settings -> 'brakeRules', '${JSON.stringify(usualBrakeRules)}')`;

interface StoredBrake {
  readonly since: string;
  readonly words: string;
  readonly why?: BrakeSigns | null;
  readonly calmSince?: string | null;
}

/** How the brake stands, and since when what happened counts: not before somebody let the community go on. */
export const brakeState = named<
  { workspaceId: string },
  { name: string; rules: BrakeRules; brake: StoredBrake | null; off_at: Date | null; off: string[] }
>(
  "brake.state",
  `SELECT w.name, ${brakeRules} AS rules, w.settings -> 'brake' AS brake, (w.settings ->> 'brakeOff')::timestamptz AS off_at,
     ARRAY(SELECT jsonb_array_elements_text(w.settings -> 'alerts' -> 'off')) AS off
   FROM workspaces w WHERE w.workspace_id = $workspaceId`,
);

/** When it comes on by itself from now on, as JSON. */
export const putBrakeRules = named<{ workspaceId: string; rules: string; revision: number }>(
  "brake.put_rules",
  "UPDATE workspaces SET settings = jsonb_set(settings, '{brakeRules}', $rules::jsonb), revision = $revision WHERE workspace_id = $workspaceId",
);

/** What happened to the answers of who is not staff since `since`: each answer counts once, and no more of one member's than `mostOfOne`. */
export const brakeSigns = named<{ workspaceId: string; since: Date; staff: readonly Role[]; mostOfOne: number }, BrakeSigns>(
  "brake.signs",
  `WITH signs AS (
     SELECT r.author, r.mention_id, 'complaints' AS kind FROM follow_ups f
     JOIN replies r ON r.workspace_id = $workspaceId AND r.mention_id = f.mention_id
     WHERE f.workspace_id = $workspaceId AND f.state = 'believed' AND f.mood = 'negative' AND f.at > $since AND f.at >= r.at AND NOT r.taken_back
     UNION ALL SELECT author, mention_id, 'wrong' FROM second_looks WHERE workspace_id = $workspaceId AND verdict = 'wrong' AND at > $since
     UNION ALL SELECT member_id, mention_id, 'copies' FROM near_copies WHERE workspace_id = $workspaceId AND at > $since
   ), answers AS (
     SELECT author, mention_id, min(kind) AS kind FROM signs GROUP BY author, mention_id
   ), ranked AS (
     SELECT a.kind, row_number() OVER (PARTITION BY a.author ORDER BY a.kind, a.mention_id) AS n
     FROM answers a JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = a.author WHERE NOT p.role = ANY ($staff::text[])
   ), published AS (
     SELECT count(*) AS count FROM replies r JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = r.author
     WHERE r.workspace_id = $workspaceId AND r.at > $since AND NOT p.role = ANY ($staff::text[])
   ), refused AS (
     SELECT count(*) AS count FROM near_copies n JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = n.member_id
     WHERE n.workspace_id = $workspaceId AND n.at > $since AND NOT n.is_published AND NOT p.role = ANY ($staff::text[])
   )
   SELECT count(*) FILTER (WHERE kind = 'complaints')::integer AS complaints, count(*) FILTER (WHERE kind = 'wrong')::integer AS wrong,
     count(*) FILTER (WHERE kind = 'copies')::integer AS copies,
     ((SELECT count FROM published) + (SELECT count FROM refused))::integer AS answers
   FROM ranked WHERE n <= $mostOfOne`,
);

/** Stops the community unless it is: `brake` as JSON. */
export const putBrakeIfNone = named<{ workspaceId: string; brake: string; revision: number }, { yes: boolean }>(
  "brake.put_if_none",
  `UPDATE workspaces SET settings = jsonb_set(settings, '{brake}', $brake::jsonb), revision = $revision
   WHERE workspace_id = $workspaceId AND NOT settings ? 'brake' RETURNING true AS yes`,
);

/** Lets the community go on unless somebody touched the brake meanwhile. */
export const dropBrakeOf = named<{ workspaceId: string; since: string; at: Date; revision: number }, { yes: boolean }>(
  "brake.drop_of",
  `UPDATE workspaces SET settings = (settings - 'brake') || jsonb_build_object('brakeOff', $at::timestamptz), revision = $revision
   WHERE workspace_id = $workspaceId AND settings -> 'brake' ->> 'since' = $since RETURNING true AS yes`,
);

/** Remembers since when it is calm; no device is told. */
export const putCalm = named<{ workspaceId: string; since: string; calmSince: string | null }>(
  "brake.put_calm",
  `UPDATE workspaces SET settings = jsonb_set(settings, '{brake,calmSince}', coalesce(to_jsonb($calmSince::text), 'null'))
   WHERE workspace_id = $workspaceId AND settings -> 'brake' ->> 'since' = $since`,
);

/** What connected chats are told of the brake, as JSON. */
export const tellChats = named<{ workspaceId: string; deliveryId: string; payload: string; at: Date }>(
  "brake.tell_chats",
  `INSERT INTO deliveries (workspace_id, delivery_id, integration_id, event, payload, state, attempts, at, next_at)
   SELECT workspace_id, $deliveryId || '.' || integration_id, integration_id, 'brake', $payload, 'waiting', 0, $at, $at FROM integrations
   WHERE workspace_id = $workspaceId AND enabled AND target ->> 'kind' = 'chat'`,
);
