import type { DraftRow } from "./drafts.ts";
import { statement } from "./statement.ts";

/** Everything of a row, as PostgreSQL tells it, to put it back. */
type Whole = Readonly<Record<string, unknown>>;

/** A draft that was not posted. */
export interface OpenDraft extends DraftRow {
  readonly updated_at: Date;
  readonly whole: Whole;
}

/** workspace, mentions */
export const openDraftsOn = statement<[string, readonly string[]], OpenDraft>(
  "taken_text.drafts",
  `SELECT mention_id, status, author, body, updated_at, to_jsonb(d) AS whole FROM drafts d
   WHERE workspace_id = $1 AND mention_id = ANY ($2) AND status <> 'posted'`,
);

/** What a reviewer said of the draft that is there. */
export interface DraftReview {
  readonly mention_id: string;
  readonly reviewer: string;
  readonly verdict: string;
  readonly at: Date;
  readonly whole: Whole;
}

/** workspace, mentions -> what was said of the drafts that are there and were not posted */
export const openReviewsOn = statement<[string, readonly string[]], DraftReview>(
  "taken_text.reviews",
  `SELECT r.mention_id, r.reviewer, r.verdict, r.at, to_jsonb(r) AS whole
   FROM reviews r JOIN drafts d ON d.workspace_id = $1 AND d.mention_id = r.mention_id
   WHERE r.workspace_id = $1 AND r.mention_id = ANY ($2) AND d.status <> 'posted' AND r.text_hash = sha256(convert_to(d.body, 'UTF8'))`,
);

/** workspace, mentions, author: their drafts go. */
export const dropDraftsOf = statement<[string, readonly string[], string]>(
  "taken_text.drop_drafts",
  "DELETE FROM drafts WHERE workspace_id = $1 AND mention_id = ANY ($2) AND author = $3 AND status <> 'posted'",
);

/** workspace, mentions, reviewer, since */
export const dropReviewsOf = statement<[string, readonly string[], string, Date]>(
  "taken_text.drop_reviews",
  "DELETE FROM reviews WHERE workspace_id = $1 AND mention_id = ANY ($2) AND reviewer = $3 AND at >= $4",
);

/** Puts drafts back as they were: workspace, rows as JSON. */
export const putBackDrafts = statement<[string, string]>(
  "taken_text.put_back_drafts",
  `INSERT INTO drafts (workspace_id, mention_id, body, status, author, updated_at, of_staff, review_since, needs, needs_unlike, for_staff, reason)
   SELECT w.workspace_id, r.* FROM workspaces w, json_to_recordset($2::json) AS r (mention_id text, body text, status text, author text,
     updated_at timestamptz, of_staff boolean, review_since timestamptz, needs smallint, needs_unlike boolean, for_staff boolean, reason text)
   WHERE w.workspace_id = $1
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, status = excluded.status, author = excluded.author, updated_at = excluded.updated_at, of_staff = excluded.of_staff,
     review_since = excluded.review_since, needs = excluded.needs, needs_unlike = excluded.needs_unlike, for_staff = excluded.for_staff,
     reason = excluded.reason`,
);

/** Puts reviews back as they were: workspace, rows as JSON. */
export const putBackReviews = statement<[string, string]>(
  "taken_text.put_back_reviews",
  `INSERT INTO reviews (workspace_id, mention_id, text_hash, reviewer, author, verdict, suggestion, at)
   SELECT w.workspace_id, r.* FROM workspaces w, json_to_recordset($2::json) AS r (mention_id text, text_hash bytea, reviewer text, author text,
     verdict text, suggestion text, at timestamptz)
   WHERE w.workspace_id = $1 ON CONFLICT DO NOTHING`,
);

/** What a member once held they write to no more, as if somebody else had taken it since: workspace, mentions, member. */
export const voidFences = statement<[string, readonly string[], string]>(
  "taken_text.void_fences",
  "UPDATE mentions SET fence = fence + 1 WHERE workspace_id = $1 AND mention_id = ANY ($2) AND holder = $3",
);
