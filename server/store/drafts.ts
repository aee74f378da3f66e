import type { DraftStatus } from "../../lib/schema/lifecycle.ts";
import { named, statement } from "./statement.ts";

export interface DraftRow {
  readonly mention_id: string;
  readonly status: DraftStatus;
  readonly author: string;
  readonly body: string;
}

/** workspace, mention */
export const storedDraft = statement<[string, string], DraftRow>(
  "draft.of",
  "SELECT mention_id, status, author, body FROM drafts WHERE workspace_id = $1 AND mention_id = $2",
);

/** workspace, mentions */
export const draftsOf = statement<[string, readonly string[]], DraftRow>(
  "draft.of_many",
  "SELECT mention_id, status, author, body FROM drafts WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

export const putDraft = named<{
  workspaceId: string;
  mentionId: string;
  text: string;
  status: DraftStatus;
  author: string;
  ofStaff: boolean;
  at: Date;
}>(
  "draft.put",
  `INSERT INTO drafts (workspace_id, mention_id, body, status, author, of_staff, updated_at) VALUES ($workspaceId, $mentionId, $text, $status, $author, $ofStaff, $at)
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, status = excluded.status, author = excluded.author, of_staff = excluded.of_staff, updated_at = excluded.updated_at,
     review_since = CASE WHEN drafts.author = excluded.author THEN drafts.review_since END,
     reason = CASE WHEN drafts.author = excluded.author THEN drafts.reason END`,
);

/** Makes room for another answer; what was said of the former one does not hold for it: workspace, mention. */
export const dropDraft = statement<[string, string]>(
  "draft.drop",
  `WITH dropped AS (DELETE FROM reviews WHERE workspace_id = $1 AND mention_id = $2)
   DELETE FROM drafts WHERE workspace_id = $1 AND mention_id = $2`,
);

export interface ReplyRow {
  readonly mention_id: string;
  readonly body: string;
  readonly disclosure: string | null;
  readonly url: string | null;
  readonly proof: "seen" | "confirmed";
}

/** workspace, mentions */
export const repliesOf = statement<[string, readonly string[]], ReplyRow>(
  "reply.of",
  "SELECT mention_id, body, disclosure, url, proof FROM replies WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

/** One value for each reply, in one order. */
interface NewReplies {
  readonly workspaceId: string;
  readonly mentions: readonly string[];
  readonly authors: readonly string[];
  readonly bodies: readonly string[];
  readonly urls: readonly (string | null)[];
  readonly proofs: readonly ("seen" | "confirmed")[];
  /** Those that stand in the texts. */
  readonly disclosures: readonly (string | null)[];
  /** Languages and sides for which there was none. */
  readonly gaps: readonly (string | null)[];
  readonly sides: readonly (string | null)[];
  readonly at: Date;
}

/** Keeps the words of answers. */
export const putReplies = named<NewReplies>(
  "reply.put",
  `INSERT INTO replies (workspace_id, mention_id, body, url, proof, author, disclosure, disclosure_gap, disclosure_side, at)
   SELECT w.workspace_id, g.mention_id, g.body, g.url, g.proof, g.author, g.disclosure, g.gap, g.side, $at
   FROM workspaces w, unnest($mentions::text[], $authors::text[], $bodies::text[], $urls::text[], $proofs::text[], $disclosures::text[],
     $gaps::text[], $sides::text[]) AS g (mention_id, author, body, url, proof, disclosure, gap, side)
   WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, mention_id) DO UPDATE
   SET body = excluded.body, url = excluded.url, proof = excluded.proof, author = excluded.author,
     taken_back = false, disclosure = excluded.disclosure, disclosure_gap = excluded.disclosure_gap, disclosure_side = excluded.disclosure_side, at = excluded.at`,
);

/** Different mentions, which are locked, are answered: their claims end, their drafts are posted. Gives the last revision. */
export const closeAnswered = named<Pick<NewReplies, "workspaceId" | "mentions" | "at">, { revision: number }>(
  "reply.close",
  `WITH counter AS (
     UPDATE workspaces SET counter = counter + cardinality($mentions::text[]) WHERE workspace_id = $1
     RETURNING counter AS revision, counter - cardinality($mentions::text[]) AS base
   ), posted AS (
     UPDATE drafts SET status = 'posted', updated_at = $at WHERE workspace_id = $1 AND mention_id = ANY ($mentions)
   ), answered AS (
     UPDATE mentions m SET status = 'answered', waiting_since = $at, revision = base + n
     FROM counter, unnest($mentions::text[]) WITH ORDINALITY AS given (mention_id, n)
     WHERE m.workspace_id = $1 AND m.mention_id = given.mention_id
   )
   SELECT revision FROM counter`,
);

/** Replies by the languages and sides for which there was no disclosure, most first: workspace, at most. */
export const disclosureGaps = statement<[string, number], { lang: string; side: "customer" | "brand"; replies: number }>(
  "reply.disclosure_gaps",
  `SELECT disclosure_gap AS lang, disclosure_side AS side, count(*) AS replies FROM replies
   WHERE workspace_id = $1 AND disclosure_gap IS NOT NULL
   GROUP BY disclosure_gap, disclosure_side ORDER BY replies DESC, lang, side LIMIT $2`,
);
