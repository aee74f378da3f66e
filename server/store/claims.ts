import type { MentionStatus } from "../../lib/schema/lifecycle.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { topicMinutes, topicWindow } from "../../lib/schema/profile.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import { isStopped } from "./brake.ts";
import { turn, unheldStatus } from "./derived.ts";
import { mentionJson } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** The fence rises with every claim. Who takes what is claimed finds it run out: nobody has ended that claim yet. */
export const grantClaim = named<{ workspaceId: string; mentionId: string; holder: string; expiresAt: Date; at: Date; revision: number }>(
  "claim.grant",
  `UPDATE mentions SET status = 'claimed', holder = $holder, fence = fence + 1, claim_expires_at = $expiresAt, claim_seen_at = $at, renewals = 0, revision = $revision,
     ran_out = ran_out + CASE WHEN status = 'claimed' THEN 1 ELSE 0 END
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

/** Who may hold posts, as a condition on a member `p`: an operation that waited may come after its member was paused, removed or given another role. */
const mayHold = `p.standing = 'active' AND p.role IN (${rolesThat("answer")
  .map((role) => `'${role}'`)
  .join(", ")})`;

/** Leases that a member holds and that still run, whether they may hold any, and whether the community is stopped: workspace, member, at, silent since. */
export const countClaims = statement<[string, string, Date, Date], { held: number; may_hold: boolean; is_stopped: boolean }>(
  "claim.count",
  `SELECT (SELECT count(*) FROM mentions
     WHERE workspace_id = $1 AND holder = $2 AND status = 'claimed' AND claim_expires_at > $3 AND claim_seen_at > $4) AS held,
   EXISTS (SELECT FROM members p WHERE p.workspace_id = $1 AND p.member_id = $2 AND ${mayHold}) AS may_hold,
   (SELECT ${isStopped} FROM workspaces w WHERE w.workspace_id = $1) AS is_stopped`,
);

/** workspace, mention, at. Raises no revision: other devices need not hear that the holder is still there. */
export const heartbeatClaim = statement<[string, string, Date]>(
  "claim.heartbeat",
  "UPDATE mentions SET claim_seen_at = greatest(claim_seen_at, $3) WHERE workspace_id = $1 AND mention_id = $2",
);

/** Counts that a claim was given back; `moveMention` ends it: workspace, mention. */
export const countGivenBack = statement<[string, string]>(
  "claim.count_given_back",
  "UPDATE mentions SET given_back = given_back + 1 WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mention, expires at, at, revision */
export const renewClaim = statement<[string, string, Date, Date, number]>(
  "claim.renew",
  `UPDATE mentions SET claim_expires_at = $3, claim_seen_at = greatest(claim_seen_at, $4), renewals = renewals + 1, revision = $5
   WHERE workspace_id = $1 AND mention_id = $2`,
);

/** Gives each row of `found` (of mentions) a revision of its own. */
export const numbered = (found: string) => `
   counted AS (SELECT count(*) AS total FROM ${found}),
   counter AS (
     UPDATE workspaces SET counter = counter + total FROM counted WHERE workspace_id = $1 AND total > 0 RETURNING counter AS revision, total
   ),
   numbered AS (SELECT mention_id, row_number() OVER (ORDER BY mention_id) AS n FROM ${found})`;

/** Frees claims whose lease or silence ran out: workspace, at, silent since. Gives the workspace's new revision for each. */
export const expireClaims = statement<[string, Date, Date], { revision: number }>(
  "claim.expire",
  `WITH lapsed AS MATERIALIZED (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $1 AND status = 'claimed' AND (claim_expires_at <= $2 OR claim_seen_at <= $3)
     LIMIT 500 FOR UPDATE SKIP LOCKED
   ), ${numbered("lapsed")}
   UPDATE mentions m SET status = ${unheldStatus}, waiting_since = $2, ran_out = ran_out + 1,
     revision = counter.revision - counter.total + numbered.n
   FROM numbered, counter WHERE m.workspace_id = $1 AND m.mention_id = numbered.mention_id
   RETURNING counter.revision`,
);

/** Hands to the first line what nobody took: workspace, waiting since at the latest, the reason as JSON array, of what answerability at least. */
export const escalateUnclaimed = statement<[string, Date, string, number], { mention_id: string; revision: number }>(
  "claim.escalate_unclaimed",
  `WITH unclaimed AS MATERIALIZED (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $1 AND status = 'open' AND route = 'community' AND waiting_since <= $2
       AND coalesce((triage ->> 'answerability')::real, 1) >= $4
     ORDER BY waiting_since LIMIT 500 FOR UPDATE SKIP LOCKED
   ), ${numbered("unclaimed")}
   UPDATE mentions m SET status = 'escalated', route = 'first_line', revision = counter.revision - counter.total + numbered.n,
     triage = jsonb_set(triage, '{reasons}', CASE WHEN jsonb_array_length(triage -> 'reasons') < 12
       THEN (triage -> 'reasons') || $3::jsonb ELSE jsonb_set(triage -> 'reasons', '{11}', $3::jsonb -> 0) END)
   FROM numbered, counter WHERE m.workspace_id = $1 AND m.mention_id = numbered.mention_id
   RETURNING counter.revision, m.mention_id`,
);

interface Granted {
  /** Which asker, from 1. */
  readonly place: number;
  /** What the asker got, as the wire has it; null when nothing waits. */
  readonly result: Mention | null;
  readonly revision: number | null;
}

/** Who asks for the next mention, and what they may be given. */
export interface AskedNext {
  readonly workspaceId: string;
  /** Of each asker, in their order: the member, how many claims they may hold, and a fresh id by which the answer finds what was given. */
  readonly members: readonly string[];
  readonly rooms: readonly number[];
  readonly grants: readonly string[];
  /** What they may be given. */
  readonly statuses: readonly MentionStatus[];
  /** Mentions that they do not want. */
  readonly except: readonly string[];
  /** Whether the askers may see what is with staff. */
  readonly areStaff: boolean;
  readonly at: Date;
  readonly expiresAt: Date;
  /** Who was heard last before this holds nothing any more. */
  readonly silentSince: Date;
}

const best = (and: string) => `
     SELECT mention_id, ${turn} AS turn FROM mentions
     WHERE workspace_id = $1 AND status = kind.status AND status IN ('open', 'escalated') AND mention_id <> ALL ($except::text[]) ${and}
     ORDER BY ${turn} LIMIT (SELECT count(*) FROM allowed) FOR UPDATE SKIP LOCKED`;

/**
 * The same, with the turns of posts of known topics earlier. These are looked for among the first in turn only, which are not locked before they are chosen:
 * others take meanwhile what is not.
 */
const bestKnown = (and: string) => `
     SELECT m.mention_id, head.turn FROM (
       SELECT mention_id, turn - CASE WHEN labels && $topics::text[] THEN interval '${topicMinutes} minutes' ELSE interval '0' END AS turn FROM (
         SELECT mention_id, labels, ${turn} AS turn FROM mentions
         WHERE workspace_id = $1 AND status = kind.status AND status IN ('open', 'escalated') AND mention_id <> ALL ($except::text[]) ${and}
         ORDER BY ${turn} LIMIT (SELECT count(*) + ${topicWindow} FROM allowed)
       ) first
     ) head JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = head.mention_id AND m.status = kind.status
     ORDER BY head.turn LIMIT (SELECT count(*) FROM allowed) FOR UPDATE OF m SKIP LOCKED`;

const next = (waiting: string) => `
   WITH allowed AS MATERIALIZED (
     SELECT place, member_id, grant_id, row_number() OVER (ORDER BY place) AS n
     FROM unnest($members::text[], $rooms::integer[], $grants::uuid[]) WITH ORDINALITY AS asked (member_id, room, grant_id, place)
     WHERE room > (SELECT count(*) FROM mentions
       WHERE workspace_id = $1 AND status = 'claimed' AND holder = asked.member_id AND claim_expires_at > $at AND claim_seen_at > $silentSince)
       AND EXISTS (SELECT FROM members p WHERE p.workspace_id = $1 AND p.member_id = asked.member_id AND ${mayHold})
   ), waiting AS MATERIALIZED (
     SELECT mention_id, turn FROM unnest($statuses::text[]) AS kind (status) ${waiting}
   ), chosen AS MATERIALIZED (
     SELECT mention_id, row_number() OVER (ORDER BY turn, mention_id) AS n FROM waiting ORDER BY n LIMIT (SELECT count(*) FROM allowed)
   ), counter AS (
     UPDATE workspaces SET counter = counter + (SELECT count(*) FROM chosen) WHERE workspace_id = $1 AND EXISTS (SELECT FROM chosen)
     RETURNING counter - (SELECT count(*) FROM chosen) AS base
   ), granted AS (
     UPDATE mentions m SET status = 'claimed', holder = allowed.member_id, grant_id = allowed.grant_id, fence = fence + 1, claim_expires_at = $expiresAt, claim_seen_at = $at,
       renewals = 0, revision = base + n
     FROM counter, chosen JOIN allowed USING (n) WHERE m.workspace_id = $1 AND m.mention_id = chosen.mention_id
     RETURNING m.*, place
   ), shown AS MATERIALIZED (SELECT place, revision, m.mention_id, ${mentionJson({ isStaff: "$areStaff::boolean", member: "m.holder" })} AS result FROM granted m)
   SELECT place, revision, result FROM allowed LEFT JOIN shown USING (place)`;

const spoken = (of: (and: string) => string) => `CROSS JOIN unnest($languages::text[] || '{unknown}'::text[]) AS spoken (language)
     CROSS JOIN LATERAL (${of("AND language = spoken.language")}) AS of_language`;

/**
 * Gives each asker the best mention that waits, in the order of their turns: those whose member holds less than there is room for, as long
 * as there are mentions; the others are not among the rows. An asker may come several times, with less room each time. What somebody else
 * is taking is skipped. The askers' members are locked, so the count holds. Belongs before `storeGranted` in the same transaction.
 */
export const claimNext = named<AskedNext, Granted>("claim.next", next(`CROSS JOIN LATERAL (${best("")}) AS of_status`));

/** As `claimNext`, of posts in some languages or in an unknown one: the languages come last. */
export const claimNextIn = named<AskedNext & { readonly languages: readonly string[] }, Granted>("claim.next_in", next(spoken(best)));

interface Knowing extends AskedNext {
  /** Labels whose posts the askers know much about. */
  readonly topics: readonly string[];
}

/** As `claimNext`, for who knows some topics. */
export const claimNextKnown = named<Knowing, Granted>("claim.next_known", next(`CROSS JOIN LATERAL (${bestKnown("")}) AS of_status`));

/** As `claimNextIn`, for who knows some topics. */
export const claimNextKnownIn = named<Knowing & { readonly languages: readonly string[] }, Granted>(
  "claim.next_known_in",
  next(spoken(bestKnown)),
);
