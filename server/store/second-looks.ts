import { mostOf } from "../../lib/schema/limits.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { type LookVerdict, secondLook, type WrongEnding, type WrongReason } from "../../lib/schema/second-look.ts";
import { mentionJson } from "./mention-json.ts";
import { named } from "./statement.ts";

/** Has these replies looked at again. One that is has come before: its answer is kept, and the batch finds that out. */
export const beginLooks = named<{ workspaceId: string; mentions: readonly string[]; authors: readonly string[]; at: Date }>(
  "second_look.begin",
  `INSERT INTO second_looks (workspace_id, mention_id, author, since)
   SELECT w.workspace_id, given.mention_id, given.author, $at
   FROM workspaces w, unnest($mentions::text[], $authors::text[]) AS given (mention_id, author) WHERE w.workspace_id = $workspaceId
   ON CONFLICT DO NOTHING`,
);

/** Forgets the looks at replies that others took the place of; their words are kept before, by `keepRatings`. */
export const dropLooks = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "second_look.drop",
  "DELETE FROM second_looks WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

interface LookRow {
  readonly author: string;
  readonly asked: readonly string[];
  readonly verdict: LookVerdict | null;
  readonly ending: WrongEnding | null;
}

/** The look at one reply that shows; its mention is locked. */
export const lookAt = named<{ workspaceId: string; mentionId: string }, LookRow>(
  "second_look.at",
  `SELECT l.author, l.asked, l.verdict, l.ending FROM second_looks l
   JOIN replies r ON r.workspace_id = l.workspace_id AND r.mention_id = l.mention_id
   WHERE l.workspace_id = $workspaceId AND l.mention_id = $mentionId AND NOT r.taken_back`,
);

export const putLook = named<{
  workspaceId: string;
  mentionId: string;
  looker: string;
  verdict: LookVerdict;
  reason: WrongReason | null;
  at: Date;
}>(
  "second_look.put",
  `UPDATE second_looks SET looker = $looker, verdict = $verdict, reason = $reason, at = $at
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

export const putEnding = named<{ workspaceId: string; mentionId: string; ending: WrongEnding; by: string; url: string | null }>(
  "second_look.put_ending",
  "UPDATE second_looks SET ending = $ending, ended_by = $by, url = $url WHERE workspace_id = $workspaceId AND mention_id = $mentionId",
);

/** What waits for a member's word, and what was found wrong of theirs, that first. */
export const looksFor = named<{ workspaceId: string; memberId: string; isStaff: boolean }, { mention: Mention }>(
  "second_look.list",
  `SELECT ${mentionJson({ isStaff: "$isStaff::boolean", member: "$memberId::text" })} AS mention FROM second_looks l
   JOIN mentions m ON m.workspace_id = l.workspace_id AND m.mention_id = l.mention_id
   JOIN replies r ON r.workspace_id = l.workspace_id AND r.mention_id = l.mention_id
   WHERE l.workspace_id = $workspaceId AND NOT r.taken_back AND (
     (l.verdict IS NULL AND $memberId = ANY (l.asked)) OR (l.verdict = 'wrong' AND l.ending IS NULL AND l.author = $memberId))
   ORDER BY l.verdict IS NULL, l.since LIMIT ${mostOf.looks}`,
);

/** Looks at which nobody was asked yet, or nobody of those who were came in time; their mentions locked. */
export const lockWaitingLooks = named<{ workspaceId: string; askedBefore: Date; most: number }, { mention_id: string }>(
  "second_look.lock_waiting",
  `SELECT l.mention_id FROM second_looks l
   JOIN mentions m ON m.workspace_id = l.workspace_id AND m.mention_id = l.mention_id
   JOIN replies r ON r.workspace_id = l.workspace_id AND r.mention_id = l.mention_id
   WHERE l.workspace_id = $workspaceId AND l.verdict IS NULL AND NOT r.taken_back
     AND (l.asked_at IS NULL OR (l.asked_at <= $askedBefore AND cardinality(l.asked) < ${secondLook.askedInAll}))
   ORDER BY l.mention_id LIMIT $most FOR UPDATE OF m SKIP LOCKED`,
);

interface Asking {
  readonly workspaceId: string;
  readonly mentionIds: readonly string[];
  /** Whose role is trusted with it, and who may from this level on. */
  readonly trusted: readonly Role[];
  readonly reviewers: readonly Role[];
  readonly fromLevel: number;
  readonly now: Date;
  readonly seenSince: Date;
  /** Drawn anew each time: what the lot falls by. */
  readonly lot: string;
}

/**
 * Whom to ask about each: by lot, so that nobody can bring a friend to it; never its author, nor who approved it, nor who is away or has enough of
 * these. Those who were here lately and answer in its language come first.
 */
export const lookersFor = named<Asking, { mention_id: string; members: readonly string[] }>(
  "second_look.lookers",
  `SELECT l.mention_id, ARRAY(
     SELECT p.member_id FROM members p
     WHERE p.workspace_id = $workspaceId AND p.standing = 'active' AND (p.away_until IS NULL OR p.away_until <= $now)
       AND (p.role = ANY ($trusted::text[]) OR (p.role = ANY ($reviewers::text[]) AND p.level >= $fromLevel))
       AND p.member_id <> l.author AND p.member_id <> ALL (l.asked)
       AND NOT EXISTS (SELECT 1 FROM reviews v
         WHERE v.workspace_id = $workspaceId AND v.mention_id = l.mention_id AND v.reviewer = p.member_id AND v.verdict = 'approved')
       AND (SELECT count(*) FROM second_looks o
         WHERE o.workspace_id = $workspaceId AND o.verdict IS NULL AND p.member_id = ANY (o.asked)) < ${secondLook.mostOfMember}
     ORDER BY EXISTS (SELECT 1 FROM devices d
         WHERE d.workspace_id = $workspaceId AND d.member_id = p.member_id AND d.ended_at IS NULL AND d.seen_on >= $seenSince::date) DESC,
       coalesce(m.language = ANY (p.languages), false) DESC, sha256(convert_to($lot || l.mention_id || p.member_id, 'UTF8'))
     LIMIT ${secondLook.asked}) AS members
   FROM second_looks l JOIN mentions m ON m.workspace_id = l.workspace_id AND m.mention_id = l.mention_id
   WHERE l.workspace_id = $workspaceId AND l.mention_id = ANY ($mentionIds::text[])`,
);

/** Notes who was asked about one. */
export const putAsked = named<{ workspaceId: string; mentionId: string; members: readonly string[]; at: Date }>(
  "second_look.put_asked",
  `UPDATE second_looks SET asked = asked || $members::text[], asked_at = $at
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

/** Unsays what a member said of others' answers since then: somebody else is asked. Gives the mentions, which are locked. */
export const unsayLooks = named<
  { workspaceId: string; memberId: string; since: Date; mentionIds: readonly string[] },
  { mention_id: string }
>(
  "second_look.unsay",
  `UPDATE second_looks SET looker = NULL, verdict = NULL, reason = NULL, at = NULL, ending = NULL, ended_by = NULL, url = NULL,
     asked_at = NULL
   WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[]) AND looker = $memberId AND at >= $since RETURNING mention_id`,
);

/** A new revision for each of these mentions; `base`: the one before the first. */
export const touchMentions = named<{ workspaceId: string; mentionIds: readonly string[]; base: number }>(
  "mention.touch_many",
  `UPDATE mentions m SET revision = $base::bigint + given.n
   FROM unnest($mentionIds::text[]) WITH ORDINALITY AS given (mention_id, n)
   WHERE m.workspace_id = $workspaceId AND m.mention_id = given.mention_id`,
);
