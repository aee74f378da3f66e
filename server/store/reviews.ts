import type { DraftStatus } from "../../lib/schema/lifecycle.ts";
import type { ReviewReason, ReviewVerdict } from "../../lib/schema/reviewing.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { numbered } from "./claims.ts";
import { named, statement } from "./statement.ts";

const hash = (text: string): string => `sha256(convert_to(${text}, 'UTF8'))`;

/** A reviewer's word on this very text, in place of their last. */
export const putReview = named<{
  workspaceId: string;
  mentionId: string;
  text: string;
  reviewer: string;
  author: string;
  verdict: ReviewVerdict;
  suggestion: string | null;
  at: Date;
}>(
  "review.put",
  `INSERT INTO reviews (workspace_id, mention_id, text_hash, reviewer, author, verdict, suggestion, at)
   VALUES ($workspaceId, $mentionId, ${hash("$text::text")}, $reviewer, $author, $verdict, $suggestion, $at)
   ON CONFLICT (workspace_id, mention_id, text_hash, reviewer) DO UPDATE
   SET author = excluded.author, verdict = excluded.verdict, suggestion = excluded.suggestion, at = excluded.at`,
);

/** Who but its author approved this very text: workspace, mention, text, author. */
export const approvalsOf = statement<[string, string, string, string], { id: string; role: Role }>(
  "review.approvals",
  `SELECT r.reviewer AS id, p.role FROM reviews r
   JOIN members p ON p.workspace_id = r.workspace_id AND p.member_id = r.reviewer
   WHERE r.workspace_id = $1 AND r.mention_id = $2 AND r.text_hash = ${hash("$3::text")} AND r.verdict = 'approved' AND r.reviewer <> $4`,
);

/** Who suggests this text in place of that one: workspace, mention, that one, this one. */
export const suggesterOf = statement<[string, string, string, string], { reviewer: string }>(
  "review.suggester",
  `SELECT reviewer FROM reviews
   WHERE workspace_id = $1 AND mention_id = $2 AND text_hash = ${hash("$3::text")} AND verdict = 'suggested' AND suggestion = $4
   ORDER BY at LIMIT 1`,
);

/** What a member has in common with others, but for one mention: workspace, mention, member, others. Of whom there is no row it is nothing. */
export const commonStands = statement<[string, string, string, readonly string[]], { id: string; shared: number; agreed: number }>(
  "review.common",
  `WITH decided AS MATERIALIZED (
     SELECT mention_id, text_hash, reviewer, author, verdict = 'approved' AS stands_for FROM reviews
     WHERE workspace_id = $1 AND mention_id <> $2 AND verdict <> 'suggested' AND (reviewer = ANY (array_append($4::text[], $3::text)) OR author = ANY (array_append($4::text[], $3::text)))
   ), stands AS (
     SELECT mention_id, text_hash, reviewer AS id, stands_for FROM decided
     UNION SELECT mention_id, text_hash, author, true FROM decided
   )
   SELECT theirs.id, count(*) AS shared, count(*) FILTER (WHERE theirs.stands_for = own.stands_for) AS agreed
   FROM stands own JOIN stands theirs USING (mention_id, text_hash)
   WHERE own.id = $3 AND theirs.id = ANY ($4) GROUP BY theirs.id`,
);

/** Puts a draft before the reviewers. */
export const askReview = named<{
  workspaceId: string;
  mentionId: string;
  text: string;
  author: string;
  ofStaff: boolean;
  status: DraftStatus;
  needs: number;
  needsUnlike: boolean;
  at: Date;
}>(
  "review.ask",
  `INSERT INTO drafts (workspace_id, mention_id, body, author, of_staff, status, needs, needs_unlike, updated_at, review_since)
   VALUES ($workspaceId, $mentionId, $text, $author, $ofStaff, $status, $needs, $needsUnlike, $at, $at)
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, author = excluded.author, of_staff = excluded.of_staff, status = excluded.status, needs = excluded.needs, needs_unlike = excluded.needs_unlike,
     updated_at = excluded.updated_at, review_since = excluded.review_since, for_staff = false, reason = NULL`,
);

/** Writes how the review of a draft stands. */
export const moveReview = named<{
  workspaceId: string;
  mentionId: string;
  status: DraftStatus;
  needs: number;
  needsUnlike: boolean;
  reason: ReviewReason | null;
  at: Date;
}>(
  "review.move",
  `UPDATE drafts SET status = $status, needs = $needs, needs_unlike = $needsUnlike, reason = $reason, review_since = $at, for_staff = for_staff AND $status = 'in_review'
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId`,
);

/** Takes a draft back from the reviewers: workspace, mention. */
export const recallReview = statement<[string, string]>(
  "review.recall",
  "UPDATE drafts SET status = 'writing' WHERE workspace_id = $1 AND mention_id = $2 AND status = 'in_review'",
);

/** The author's claim, while there is one, runs until then whether or not the author is there: workspace, mention, author, until, revision. */
export const holdForReview = statement<[string, string, string, Date, number]>(
  "review.hold",
  `UPDATE mentions SET revision = $5,
     claim_expires_at = CASE WHEN status = 'claimed' AND holder = $3 THEN $4::timestamptz ELSE claim_expires_at END,
     claim_seen_at = CASE WHEN status = 'claimed' AND holder = $3 THEN $4::timestamptz ELSE claim_seen_at END
   WHERE workspace_id = $1 AND mention_id = $2`,
);

/** Asks staff for what no reviewer came to: workspace, waiting since at the latest. Gives each post that moved, with whether its draft still waited. */
export const reviewsToStaff = statement<[string, Date], { mention_id: string; revision: number; was_asked: boolean }>(
  "review.to_staff",
  `WITH unread AS MATERIALIZED (
     SELECT m.mention_id FROM drafts d JOIN mentions m ON m.workspace_id = d.workspace_id AND m.mention_id = d.mention_id
     WHERE d.workspace_id = $1 AND m.workspace_id = $1 AND d.status = 'in_review' AND NOT d.for_staff AND d.review_since <= $2
       AND m.status IN ('open', 'claimed', 'escalated')
     ORDER BY m.mention_id LIMIT 500 FOR UPDATE OF m SKIP LOCKED
   ), ${numbered("unread")}, moved AS (
     UPDATE mentions m SET revision = counter.revision - counter.total + numbered.n
     FROM numbered, counter WHERE m.workspace_id = $1 AND m.mention_id = numbered.mention_id
     RETURNING counter.revision, m.mention_id
   ), asked AS (
     UPDATE drafts d SET for_staff = true FROM moved
     WHERE d.workspace_id = $1 AND d.mention_id = moved.mention_id AND d.status = 'in_review' AND d.review_since <= $2
     RETURNING d.mention_id
   )
   SELECT moved.mention_id, moved.revision, asked.mention_id IS NOT NULL AS was_asked FROM moved LEFT JOIN asked ON asked.mention_id = moved.mention_id`,
);
