import type { OwnHandles } from "../../lib/schema/brand.ts";
import type { MentionStatus } from "../../lib/schema/lifecycle.ts";
import type { Post } from "../../lib/schema/post.ts";
import type { Route, Triage } from "../../lib/schema/triage.ts";
import { dangerClock } from "./danger-clock.ts";
import { statement } from "./statement.ts";

/** What reports say of a mention, and what follows from it; times in ISO 8601. */
export interface ReportRow {
  readonly mention_id: string;
  readonly permalink: string | null;
  readonly author: Post["author"];
  readonly excerpt: string;
  readonly partial: boolean;
  readonly lang: string | null;
  readonly posted_at: string | null;
  readonly labels: readonly string[];
  readonly counts: Post["counts"];
  readonly triage: Triage;
  /** What triage itself said; null while nobody overruled it. */
  readonly scored: Triage | null;
  readonly language: string;
  /** The queue is ordered by it: higher is served earlier. */
  readonly priority: number;
  readonly status: MentionStatus;
  readonly route: Route;
}

/** What its first report fixes besides. */
export interface NewReportRow extends ReportRow {
  readonly site: string;
  readonly post_id: string;
  readonly reported_by: string;
  /** It was added by hand: no keyword stands in it. */
  readonly by_hand: boolean;
  readonly first_seen_at: string;
  readonly due_at: string;
  readonly warn_at: string;
}

const reports = `rows from (json_to_recordset($2::json) AS (mention_id text, site text, post_id text, permalink text, author json, excerpt text,
     partial boolean, lang text, posted_at timestamptz, first_seen_at timestamptz, due_at timestamptz, warn_at timestamptz, labels text[], counts json, triage jsonb,
     scored jsonb, language text, priority real, status text, route text, reported_by text, by_hand boolean)) WITH ORDINALITY AS r (mention_id, site, post_id, permalink, author, excerpt,
     partial, lang, posted_at, first_seen_at, due_at, warn_at, labels, counts, triage, scored, language, priority, status, route, reported_by, by_hand, n)`;

/** `triage` as in `reportTerms`; which of the posts are known. */
export interface Outlook {
  readonly triage: unknown;
  readonly known: readonly string[];
  /** Tells states of the keyword lists apart; 0 where there are none. */
  readonly lists: number;
  /** The brand's own accounts by site; null where none were set. */
  readonly own: OwnHandles | null;
}

/** What decides how posts will be scored, what is looked for in them, and which of them need no first score: workspace, mentions. */
export const reportOutlook = statement<[string, readonly string[]], Outlook>(
  "report.outlook",
  `SELECT w.settings -> 'triage' AS triage,
     ARRAY(SELECT m.mention_id FROM mentions m WHERE m.workspace_id = $1 AND m.mention_id = ANY ($2)) AS known,
     (SELECT coalesce(max(k.revision), 0) FROM keyword_lists k WHERE k.workspace_id = $1) AS lists,
     (SELECT b.handles FROM brands b WHERE b.workspace_id = $1) AS own
   FROM workspaces w WHERE w.workspace_id = $1`,
);

/** Gives a revision to each of so many rows: $3. */
const counter = `counter AS (
     UPDATE workspaces SET counter = counter + $3::integer WHERE workspace_id = $1
     RETURNING workspace_id, counter AS revision, counter - $3::integer AS base
   )`;

/**
 * workspace, NewReportRows as JSON, how many. The counter was raised by as many just before, in the same transaction. A unique key is violated when another
 * server stored one meanwhile.
 */
export const insertReports = statement<[string, string, number]>(
  "report.insert",
  `INSERT INTO mentions (workspace_id, mention_id, site, post_id, permalink, author, excerpt, partial, lang, posted_at, first_seen_at, due_at, warn_at,
     labels, counts, triage, language, priority, status, route, routed_by_person, waiting_since, fence, renewals, revision, reported_by, by_hand)
   SELECT w.workspace_id, r.mention_id, r.site, r.post_id, r.permalink, r.author, r.excerpt, r.partial, r.lang, r.posted_at, r.first_seen_at,
     r.due_at, r.warn_at, r.labels, r.counts, r.triage, r.language, r.priority, r.status, r.route, false, r.first_seen_at, 0, 0,
     w.counter - $3::integer + r.n, r.reported_by, r.by_hand
   FROM workspaces w, ${reports} WHERE w.workspace_id = $1 ORDER BY r.mention_id`,
);

/** workspace, ReportRows as JSON, how many; gives the last revision. What a first report fixed (first seen, due) stays. */
export const updateReports = statement<[string, string, number], { revision: number }>(
  "report.update",
  `WITH ${counter}, changed AS (
     UPDATE mentions m SET permalink = r.permalink, author = r.author, excerpt = r.excerpt, partial = r.partial, lang = r.lang,
       posted_at = r.posted_at, labels = r.labels, counts = r.counts, triage = r.triage, scored = r.scored, language = r.language, priority = r.priority,
       status = r.status, route = r.route, by_hand = m.by_hand AND cardinality(r.labels) = 0,
       ${dangerClock("r.triage")}, revision = base + r.n
     FROM counter, ${reports} WHERE m.workspace_id = $1 AND m.mention_id = r.mention_id
   )
   SELECT revision FROM counter`,
);

/** A post's new scores, and what follows from them. */
export type RescoredRow = Pick<ReportRow, "mention_id" | "triage" | "scored" | "priority" | "status" | "route">;

/** New scores for posts: workspace, RescoredRows as JSON, how many; gives the last revision. */
export const rescoreMentions = statement<[string, string, number], { revision: number }>(
  "report.rescore",
  `WITH ${counter}, changed AS (
     UPDATE mentions m SET triage = r.triage, language = r.triage ->> 'lang', scored = r.scored, priority = r.priority, status = r.status, route = r.route,
       ${dangerClock("r.triage")}, revision = base + r.n
     FROM counter, ${reports} WHERE m.workspace_id = $1 AND m.mention_id = r.mention_id
   )
   SELECT revision FROM counter`,
);

/** What members said of a post besides whoever reported it first. */
interface SightingRow {
  readonly mention_id: string;
  readonly member_id: string;
  readonly said: unknown;
  readonly at: Date;
}

/** workspace, mentions */
export const sightingsOf = statement<[string, readonly string[]], SightingRow>(
  "sighting.of",
  "SELECT mention_id, member_id, said, at FROM sightings WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

type NewSightings = [workspace: string, mentions: readonly string[], members: readonly string[], said: readonly string[], at: Date];

const newSightings = `INSERT INTO sightings (workspace_id, mention_id, member_id, said, at)
   SELECT w.workspace_id, given.mention_id, given.member_id, given.said::jsonb, $5
   FROM workspaces w, unnest($2::text[], $3::text[], $4::text[]) AS given (mention_id, member_id, said) WHERE w.workspace_id = $1
   ON CONFLICT (workspace_id, mention_id, member_id)`;

/** Keeps what each member last said of each post. */
export const putSightings = statement<NewSightings, never>(
  "sighting.put",
  `${newSightings} DO UPDATE SET said = excluded.said, at = excluded.at`,
);

/** The first word of each on each. */
export const keepSightings = statement<NewSightings, never>("sighting.keep", `${newSightings} DO NOTHING`);
