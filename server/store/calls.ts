import type { AlertChoices } from "../../lib/schema/alert-choices.ts";
import type { LevelRules } from "../../lib/schema/level-rules.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { isStopped } from "./brake.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";
import { levelRules } from "./workspaces.ts";

/** What a member wants of alerts, as JSON; null: none, and nothing is kept of when they are there. */
export const putChoices = named<{ workspaceId: string; memberId: string; choices: string | null; revision: number }>(
  "calls.put_choices",
  `UPDATE members SET alerts = $choices::jsonb, revision = $revision,
     hours = CASE WHEN $choices::jsonb IS NOT NULL THEN hours END, hour_at = CASE WHEN $choices::jsonb IS NOT NULL THEN hour_at END
   WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** The member does something in this hour of the day. Counted once an hour; when one reaches 60 all are halved, so that the last two months count most. */
export const countHour = named<{ workspaceId: string; memberId: string; hour: number; begins: Date }>(
  "calls.count_hour",
  `UPDATE members SET hour_at = $begins, hours = (
     SELECT array_agg((coalesce(hours[n + 1], 0) + (n = $hour::integer)::integer) / CASE WHEN hours[$hour::integer + 1] >= 59 THEN 2 ELSE 1 END ORDER BY n)
     FROM generate_series(0, 23) AS n)::smallint[]
   WHERE workspace_id = $workspaceId AND member_id = $memberId AND alerts IS NOT NULL AND (hour_at IS NULL OR hour_at < $begins)`,
);

/** Whether anybody of a workspace wants alerts, and what it says of them. */
export const callTerms = named<{ workspaceId: string }, { off: readonly string[]; levels: LevelRules }>(
  "calls.terms",
  `SELECT coalesce(w.settings -> 'alerts' -> 'off', '[]') AS off, ${levelRules} AS levels FROM workspaces w
   WHERE w.workspace_id = $workspaceId AND NOT ${isStopped} AND EXISTS (SELECT FROM members WHERE workspace_id = $workspaceId AND alerts IS NOT NULL)`,
);

/** Something that members may be called to now. */
export interface DueRow {
  readonly id: string;
  /** As triage read it, and as its site declares it. */
  readonly language: string;
  readonly lang: string | null;
  readonly labels: readonly string[];
  /** Who wrote the draft and who read it already; nobody at a post. */
  readonly involved: readonly string[];
}

interface Looking {
  readonly workspaceId: string;
  readonly since: Date;
  readonly at: Date;
  readonly waves: number;
  readonly most: number;
}

const due = (kind: string) => `NOT EXISTS (
  SELECT FROM call_waves c WHERE c.workspace_id = $workspaceId AND c.mention_id = m.mention_id AND c.kind = '${kind}' AND (c.wave >= $waves OR c.next_at > $at))`;

/** Posts that wait for the community since then, and whose next members may be called; not what nobody waits for. */
export const duePosts = named<Looking & { readonly waitsFrom: number }, DueRow>(
  "calls.due_posts",
  `SELECT m.mention_id AS id, m.language, m.lang, m.labels, '{}'::text[] AS involved FROM mentions m
   WHERE m.workspace_id = $workspaceId AND m.status = 'open' AND m.route = 'community' AND m.waiting_since > $since
     AND coalesce((m.triage ->> 'answerability')::real, 1) >= $waitsFrom AND ${due("post")}
   ORDER BY m.priority DESC, m.waiting_since LIMIT $most`,
);

/** Drafts that wait for a reader since then. */
export const dueReviews = named<Looking, DueRow>(
  "calls.due_reviews",
  `SELECT m.mention_id AS id, m.language, m.lang, m.labels,
     array_append(ARRAY(SELECT reviewer FROM reviews r WHERE r.workspace_id = $workspaceId AND r.mention_id = m.mention_id), d.author) AS involved
   FROM drafts d JOIN mentions m ON m.workspace_id = d.workspace_id AND m.mention_id = d.mention_id
   WHERE d.workspace_id = $workspaceId AND d.status = 'in_review' AND d.review_since > $since AND m.route = 'community' AND ${due("review")}
   ORDER BY d.review_since LIMIT $most`,
);

/** Begins the next wave of each; a row for those that no other server began meanwhile. A statement of its own, done when it ends. */
export const beginWaves = named<
  { workspaceId: string; mentionIds: readonly string[]; kind: string; at: Date; nextAt: Date },
  { id: string; wave: number }
>(
  "calls.begin_waves",
  `INSERT INTO call_waves AS c (workspace_id, mention_id, kind, wave, next_at)
   SELECT m.workspace_id, m.mention_id, $kind::text, 1, $nextAt::timestamptz FROM mentions m
   WHERE m.workspace_id = $workspaceId AND m.mention_id = ANY ($mentionIds::text[])
   ON CONFLICT (workspace_id, mention_id, kind) DO UPDATE SET wave = c.wave + 1, next_at = excluded.next_at WHERE c.next_at <= $at
   RETURNING mention_id AS id, wave`,
);

/** Who was called to these before. */
export const calledTo = named<{ workspaceId: string; mentionIds: readonly string[]; kind: string }, { id: string; member_id: string }>(
  "calls.called_to",
  "SELECT mention_id AS id, member_id FROM calls WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[]) AND kind = $kind",
);

export interface ReachableRow {
  readonly id: string;
  readonly role: Role;
  readonly level: number;
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly choices: AlertChoices;
  readonly hours: readonly number[] | null;
  readonly called_in_hour: number;
  readonly called_in_day: number;
  readonly held: number;
}

/** Members of these roles who want alerts and take no break, with how often they were called lately and what they hold. */
export const reachable = named<{ workspaceId: string; roles: readonly Role[]; at: Date; hourAgo: Date; dayAgo: Date }, ReachableRow>(
  "calls.reachable",
  `SELECT p.member_id AS id, p.role, p.level, p.topics, p.alerts AS choices, p.hours, coalesce(c.in_hour, 0)::integer AS called_in_hour,
     coalesce(c.in_day, 0)::integer AS called_in_day, coalesce(h.held, 0)::integer AS held,
     coalesce(p.languages, ARRAY(SELECT DISTINCT tag FROM devices d, unnest(d.languages) AS tag
       WHERE d.workspace_id = $workspaceId AND d.member_id = p.member_id AND d.ended_at IS NULL)) AS languages
   FROM members p
   LEFT JOIN (SELECT member_id, count(*) FILTER (WHERE at > $hourAgo) AS in_hour, count(*) AS in_day FROM calls
     WHERE workspace_id = $workspaceId AND at > $dayAgo GROUP BY member_id) c ON c.member_id = p.member_id
   LEFT JOIN (SELECT holder, count(*) AS held FROM mentions WHERE workspace_id = $workspaceId AND status = 'claimed' GROUP BY holder) h
     ON h.holder = p.member_id
   WHERE p.workspace_id = $workspaceId AND p.alerts IS NOT NULL AND p.standing = 'active' AND p.role = ANY ($roles::text[])
     AND (p.away_until IS NULL OR p.away_until <= $at)`,
);

/** Puts calls down. */
export const putCalls = named<{
  workspaceId: string;
  mentionIds: readonly string[];
  kinds: readonly string[];
  memberIds: readonly string[];
  at: Date;
}>(
  "calls.put",
  `INSERT INTO calls (workspace_id, mention_id, kind, member_id, at)
   SELECT w.workspace_id, given.mention_id, given.kind, given.member_id, $at::timestamptz
   FROM workspaces w, unnest($mentionIds::text[], $kinds::text[], $memberIds::text[]) AS given (mention_id, kind, member_id)
   WHERE w.workspace_id = $workspaceId ON CONFLICT DO NOTHING`,
);

/** Has the devices of these members hear of their calls: one revision for all of them. */
export const tellCalled = named<{ workspaceId: string; memberIds: readonly string[]; revision: number }>(
  "calls.tell",
  "UPDATE members SET revision = $revision WHERE workspace_id = $workspaceId AND member_id = ANY ($memberIds::text[])",
);

/** Forgets who was called before then. */
export const forgetCalls = named<{ workspaceId: string; before: Date }>(
  "calls.forget",
  "DELETE FROM calls WHERE workspace_id = $workspaceId AND at < $before",
);

/** Forgets what a former member was called to. */
export const forgetCallsOf = named<{ workspaceId: string; memberId: string }>(
  "calls.forget_of",
  "DELETE FROM calls WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** What a member was called to, the latest first, of the workspace $1. */
export const callsJson = (member: string, most: number): string => `(SELECT coalesce(json_agg(
    json_build_object('mentionId', c.mention_id, 'kind', c.kind, 'at', ${iso("c.at")}) ORDER BY c.at DESC, c.mention_id), '[]')
  FROM (SELECT * FROM calls WHERE workspace_id = $1 AND member_id = ${member}.member_id ORDER BY at DESC, mention_id LIMIT ${most}) c)`;
