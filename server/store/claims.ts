import type { MentionStatus } from "../../lib/schema/lifecycle.ts";
import { statement } from "./statement.ts";

/** workspace, mention, holder, expires at, at, revision. The fence rises with every claim. */
export const grantClaim = statement<[string, string, string, Date, Date, number]>(
  "claim.grant",
  `UPDATE mentions SET status = 'claimed', holder = $3, fence = fence + 1, claim_expires_at = $4, claim_seen_at = $5, renewals = 0, revision = $6
   WHERE workspace_id = $1 AND mention_id = $2`,
);

/** Leases that a member holds and that still run: workspace, member, at, silent since. */
export const countClaims = statement<[string, string, Date, Date], { held: number }>(
  "claim.count",
  `SELECT count(*) AS held FROM mentions
   WHERE workspace_id = $1 AND holder = $2 AND status = 'claimed' AND claim_expires_at > $3 AND claim_seen_at > $4`,
);

/** workspace, mention, at. No revision: that the holder is still there is no news to the devices. */
export const heartbeatClaim = statement<[string, string, Date]>(
  "claim.heartbeat",
  "UPDATE mentions SET claim_seen_at = greatest(claim_seen_at, $3) WHERE workspace_id = $1 AND mention_id = $2",
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
     ORDER BY mention_id LIMIT 500 FOR UPDATE SKIP LOCKED
   ), ${numbered("lapsed")}
   UPDATE mentions m SET status = CASE m.route WHEN 'community' THEN 'open' ELSE 'escalated' END, waiting_since = $2,
     revision = counter.revision - counter.total + numbered.n
   FROM numbered, counter WHERE m.workspace_id = $1 AND m.mention_id = numbered.mention_id
   RETURNING counter.revision`,
);

/** Hands to the first line what nobody took: workspace, waiting since at the latest, the reason as JSON array, at. Each leaves a line in the audit log. */
export const escalateUnclaimed = statement<[string, Date, string, Date], { revision: number }>(
  "claim.escalate_unclaimed",
  `WITH unclaimed AS MATERIALIZED (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $1 AND status = 'open' AND route = 'community' AND waiting_since <= $2
     ORDER BY mention_id LIMIT 500 FOR UPDATE SKIP LOCKED
   ), ${numbered("unclaimed")}, handed_on AS (
     UPDATE mentions m SET status = 'escalated', route = 'first_line', revision = counter.revision - counter.total + numbered.n,
       triage = jsonb_set(triage, '{reasons}', CASE WHEN jsonb_array_length(triage -> 'reasons') < 12
         THEN (triage -> 'reasons') || $3::jsonb ELSE jsonb_set(triage -> 'reasons', '{11}', $3::jsonb -> 0) END)
     FROM numbered, counter WHERE m.workspace_id = $1 AND m.mention_id = numbered.mention_id
     RETURNING counter.revision, m.mention_id
   ), noted AS (
     INSERT INTO audit_log (workspace_id, at, entry_id, member_id, action, subject, detail)
     SELECT $1, $4, 'unclaimed ' || mention_id, NULL, 'rule.unclaimed', mention_id, '{"route":"first_line"}' FROM handed_on
   )
   SELECT revision FROM handed_on`,
);

interface Granted {
  /** Which asker, from 1. */
  readonly place: number;
  /** Whether the limit lets the asker claim at all. */
  readonly may: boolean;
  readonly mention_id: string | null;
  readonly revision: number | null;
}

type NextBest = [
  workspace: string,
  members: string[],
  limits: number[],
  statuses: MentionStatus[],
  languages: readonly string[],
  expiresAt: Date,
  at: Date,
  silentSince: Date,
];

const best = (and: string) => `
     SELECT mention_id, turn FROM mentions
     WHERE workspace_id = $1 AND status = kind.status AND status IN ('open', 'escalated') ${and}
     ORDER BY turn LIMIT (SELECT count(*) FROM allowed) FOR UPDATE SKIP LOCKED`;

/**
 * Gives each asker the best mention that waits, in the order of their turns: those whose member may claim another, as long as there are
 * mentions. An asker may come several times. What somebody else is taking is skipped. The askers' members are locked, so the count holds.
 */
export const claimNext = statement<NextBest, Granted>(
  "claim.next",
  `WITH asked AS MATERIALIZED (
     SELECT place, member_id, allowance, row_number() OVER (PARTITION BY member_id ORDER BY place) AS nth
     FROM unnest($2::text[], $3::integer[]) WITH ORDINALITY AS a (member_id, allowance, place)
   ), held AS MATERIALIZED (
     SELECT holder, count(*) AS claims FROM mentions
     WHERE workspace_id = $1 AND status = 'claimed' AND holder = ANY ($2) AND claim_expires_at > $7 AND claim_seen_at > $8 GROUP BY holder
   ), allowed AS MATERIALIZED (
     SELECT place, member_id, row_number() OVER (ORDER BY place) AS n
     FROM asked LEFT JOIN held ON holder = member_id WHERE nth + coalesce(claims, 0) <= allowance
   ), waiting AS MATERIALIZED (
     SELECT mention_id, turn FROM unnest($4::text[]) AS kind (status) CROSS JOIN LATERAL (${best("")}) AS any_language
     WHERE cardinality($5::text[]) = 0
     UNION ALL
     SELECT mention_id, turn FROM unnest($4::text[]) AS kind (status) CROSS JOIN unnest($5::text[] || '{unknown}'::text[]) AS spoken (language)
     CROSS JOIN LATERAL (${best("AND language = spoken.language")}) AS of_language
     WHERE cardinality($5::text[]) > 0
   ), chosen AS MATERIALIZED (
     SELECT mention_id, row_number() OVER (ORDER BY turn, mention_id) AS n FROM waiting ORDER BY n LIMIT (SELECT count(*) FROM allowed)
   ), counted AS (SELECT count(*) AS total FROM chosen),
   counter AS (
     UPDATE workspaces SET counter = counter + total FROM counted WHERE workspace_id = $1 AND total > 0 RETURNING counter - total AS base
   ), granted AS (
     UPDATE mentions m SET status = 'claimed', holder = allowed.member_id, fence = fence + 1, claim_expires_at = $6, claim_seen_at = $7,
       renewals = 0, revision = base + chosen.n
     FROM counter, chosen JOIN allowed USING (n) WHERE m.workspace_id = $1 AND m.mention_id = chosen.mention_id
     RETURNING allowed.place, m.mention_id, m.revision
   )
   SELECT asked.place, allowed.n IS NOT NULL AS may, granted.mention_id, granted.revision
   FROM asked LEFT JOIN allowed USING (place) LEFT JOIN granted USING (place)`,
);
