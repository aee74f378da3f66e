import type { PostRow } from "../../lib/schema/counted-posts.ts";
import type { dismissReasons } from "../../lib/schema/lifecycle.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import { waitsFrom } from "../../lib/schema/triage.ts";
import type { CountedPost } from "../figures/facts.ts";
import { itemOf } from "./levels.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

const textList = (texts: readonly string[]): string => texts.map((text) => `'${text}'`).join(", ");

/** A post was set aside for one of these reasons: what its note says, and where its figures count it. */
const setAside: Readonly<Record<(typeof dismissReasons)[number] | "own_handle" | "closed_at_desk", string>> = {
  not_about_us: "notAboutUs",
  no_answer_needed: "noAnswerNeeded",
  already_answered: "alreadyAnswered",
  spam: "spam",
  own_handle: "ownPost",
  closed_at_desk: "closedAtDesk",
};
const setAsideFor = Object.entries(setAside)
  .map(([note, place]) => `WHEN m.note = '${note}' THEN '${place}'`)
  .join(" ");

/**
 * Where a mention `m` with its reply `r` is: the definition of who needed an answer. A published reply that was not taken back is an answer, whatever
 * became of the mention since.
 */
const place = `CASE WHEN r.mention_id IS NOT NULL THEN 'answered'
     WHEN m.status = 'gone' THEN 'gone'
     WHEN m.status = 'dismissed' THEN CASE WHEN m.merged_into IS NOT NULL THEN 'merged' ${setAsideFor} ELSE 'otherwise' END
     WHEN coalesce((m.triage ->> 'answerability')::real, 1) < ${waitsFrom} THEN 'noAnswerExpected'
     WHEN m.status = 'claimed' THEN 'inWork' WHEN m.fence > 0 THEN 'putDown' ELSE 'neverTaken' END`;

/** When the author asked: a time after the post was first seen is none. */
const askedAt = "least(coalesce(m.posted_at, m.first_seen_at), m.first_seen_at)";
const answerMs = `greatest(0, (extract(epoch FROM r.at - ${askedAt}) * 1000)::bigint)`;
/** It was answered before this reply, as it was counted then. */
const isCountedAnswer = `(r.mention_id IS NOT NULL AND p.answer_ms IS NOT NULL AND p.answer_ms <= ${answerMs})`;
const isAnswered = "r.mention_id IS NOT NULL";

const of = (alias: string): string => `${alias}.workspace_id = $workspaceId AND ${alias}.mention_id = m.mention_id`;
const verdicts = (which: string): string => `(SELECT count(*) FROM verdicts v WHERE ${of("v")} AND ${which})`;
const heard = (mood: string): string =>
  `${isAnswered} AND EXISTS (SELECT FROM follow_ups f WHERE ${of("f")} AND f.state = 'believed' AND f.mood = '${mood}')`;

/** What is counted of a mention `m`: its fields are those of `CountedPost`, in this order. $zone: whose days and hours. */
const facts = `m.mention_id, to_char(m.first_seen_at AT TIME ZONE $zone, 'YYYY-MM-DD') AS day,
     extract(hour FROM m.first_seen_at AT TIME ZONE $zone)::integer AS hour, m.site, m.language,
     ARRAY(SELECT DISTINCT k.list_id FROM keyword_labels k WHERE k.workspace_id = $workspaceId AND k.label = ANY (m.labels) ORDER BY 1) AS lists,
     ARRAY(SELECT DISTINCT label FROM unnest(m.labels) AS label ORDER BY 1) AS labels, m.route, m.triage ->> 'kind' AS kind, ${place} AS place,
     ${iso(askedAt)} AS asked_at,
     CASE WHEN ${isCountedAnswer} THEN p.answer_ms WHEN ${isAnswered} THEN ${answerMs} END AS answer_ms,
     CASE WHEN ${isCountedAnswer} THEN p.by_community ELSE ${isAnswered} AND NOT EXISTS (SELECT FROM members a
       WHERE a.workspace_id = $workspaceId AND a.member_id = r.author AND a.role IN (${textList(rolesThat("speakForBrand"))})) END AS by_community,
     CASE WHEN ${isAnswered} THEN (SELECT u.item_id FROM knowledge_uses u WHERE u.workspace_id = $workspaceId AND u.post = ${itemOf("m.mention_id")}) END AS item,
     least(m.fence, 1000000)::integer AS takes, m.given_back, m.ran_out,
     ${verdicts("v.sent AND v.holds")} AS rightly_sent, ${verdicts("v.sent AND NOT v.holds")} AS wrongly_sent, ${verdicts("v.holds AND NOT v.sent")} AS missed,
     (SELECT CASE WHEN l.ending = 'right' THEN 'helpful' ELSE l.verdict END FROM second_looks l WHERE ${of("l")} AND ${isAnswered}) AS look,
     ${heard("thanks")} AS thanked, ${heard("negative")} AS still_broken`;

/** The same of what was counted of it before, `p`. */
const known = `p.mention_id, to_char(p.day, 'YYYY-MM-DD') AS day, p.hour, p.site, p.language, p.lists, p.labels, p.route, p.kind, p.place, ${iso("p.asked_at")} AS asked_at,
     p.answer_ms, p.by_community, p.item, p.takes, p.given_back, p.ran_out, p.rightly_sent, p.wrongly_sent, p.missed, p.look, p.thanked, p.still_broken`;

/** A mention as it is to be counted, and as it was: both as JSON of `CountedPost`, in the same words where nothing changed. */
export interface ChangedPost {
  readonly revision: number;
  readonly fresh: string;
  /** Null where it was not counted yet. */
  readonly known: string | null;
}

const changed = (which: string): string => `
   SELECT m.revision, (SELECT row_to_json(x) FROM (SELECT ${facts}) x)::text AS fresh,
     CASE WHEN p.mention_id IS NOT NULL THEN (SELECT row_to_json(x) FROM (SELECT ${known}) x)::text END AS known
   FROM mentions m LEFT JOIN figure_posts p ON p.workspace_id = $workspaceId AND p.mention_id = m.mention_id
   LEFT JOIN replies r ON r.workspace_id = $workspaceId AND r.mention_id = m.mention_id AND NOT r.taken_back
   WHERE m.workspace_id = $workspaceId AND ${which}`;

/** What changed after that revision, in the order of the changes. */
export const changedPosts = named<{ workspaceId: string; zone: string; after: number; most: number }, ChangedPost>(
  "figure_posts.changed",
  `${changed("m.revision > $after")} ORDER BY m.revision LIMIT $most`,
);

/** These mentions. */
export const chosenPosts = named<{ workspaceId: string; zone: string; mentionIds: readonly string[] }, ChangedPost>(
  "figure_posts.chosen",
  changed("m.mention_id = ANY ($mentionIds::text[])"),
);

const columns: readonly (keyof CountedPost)[] = [
  ...(["mention_id", "day", "hour", "site", "language", "lists", "labels", "route", "kind", "place", "asked_at", "answer_ms"] as const),
  ...(["by_community", "item", "takes", "given_back", "ran_out", "rightly_sent", "wrongly_sent", "missed", "look"] as const),
  ...(["thanked", "still_broken"] as const),
];

/** Remembers what was counted: CountedPost as a JSON array. */
export const putFigurePosts = named<{ workspaceId: string; posts: string }>(
  "figure_posts.put",
  `INSERT INTO figure_posts (workspace_id, ${columns.join(", ")})
   SELECT w.workspace_id, ${columns.map((column) => `g.${column}`).join(", ")}
   FROM workspaces w, json_to_recordset($posts::json) AS g (mention_id text, day date, hour smallint, site text, language text, lists text[],
     labels text[], route text, kind text, place text, asked_at timestamptz, answer_ms bigint, by_community boolean, item text, takes integer,
     given_back integer, ran_out integer, rightly_sent smallint, wrongly_sent smallint, missed smallint, look text, thanked boolean, still_broken boolean)
   WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, mention_id) DO UPDATE SET ${columns
     .slice(1)
     .map((column) => `${column} = excluded.${column}`)
     .join(", ")}`,
);

/** Forgets posts that are deleted; what was counted of them stays. */
export const dropFigurePosts = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "figure_posts.drop",
  "DELETE FROM figure_posts WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

/** What was counted of posts that were first seen since a day, in the order of their ids. */
export const countedPosts = named<{ workspaceId: string; from: string; after: string; most: number }, PostRow>(
  "figure_posts.page",
  `SELECT p.mention_id AS "mentionId", to_char(p.day, 'YYYY-MM-DD') AS day, p.hour, ${iso("p.asked_at")} AS "askedAt", p.site, p.language, p.route, p.kind,
     p.labels, p.lists, p.place, p.answer_ms AS "answerMs", p.by_community AS "byCommunity"
   FROM figure_posts p WHERE p.workspace_id = $workspaceId AND p.mention_id > $after AND p.day >= $from::date
   ORDER BY p.mention_id LIMIT $most`,
);

/** Lets one at a time count, and says how far it is; nobody counts before there is a row. */
export const lockFigures = named<{ workspaceId: string }, { revision: number; lists: number; writes: number }>(
  "figures_until.lock",
  "SELECT revision, lists, writes FROM figures_until WHERE workspace_id = $workspaceId FOR UPDATE",
);

export const beginFigures = named<{ workspaceId: string }>(
  "figures_until.begin",
  `INSERT INTO figures_until (workspace_id, revision) SELECT w.workspace_id, 0 FROM workspaces w WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id) DO NOTHING`,
);

export const putFiguresUntil = named<{ workspaceId: string; revision: number }>(
  "figures_until.put",
  "UPDATE figures_until SET revision = greatest(revision, $revision), writes = writes + 1 WHERE workspace_id = $workspaceId",
);

/** How far it is; another `writes` later says that something was counted between. */
export const figuresUntil = named<{ workspaceId: string }, { revision: number; writes: number }>(
  "figures_until.of",
  "SELECT revision, writes FROM figures_until WHERE workspace_id = $workspaceId",
);

/** The revision of the keyword lists. */
export const listsRevision = named<{ workspaceId: string }, { revision: number }>(
  "keyword_labels.revision",
  "SELECT coalesce(max(revision), 0) AS revision FROM keyword_lists WHERE workspace_id = $workspaceId",
);

export const dropKeywordLabels = named<{ workspaceId: string }>(
  "keyword_labels.drop",
  "DELETE FROM keyword_labels WHERE workspace_id = $workspaceId",
);

/** Writes which lists have a keyword of which label, as hits are called by it. */
export const putKeywordLabels = named<{ workspaceId: string }>(
  "keyword_labels.put",
  `INSERT INTO keyword_labels (workspace_id, label, list_id)
   SELECT k.workspace_id, coalesce(e ->> 'label', e ->> 'text'), k.list_id
   FROM keyword_lists k CROSS JOIN LATERAL json_array_elements(k.entries) AS e
   WHERE k.workspace_id = $workspaceId AND NOT k.removed AND NOT k.negative GROUP BY 1, 2, 3
   ON CONFLICT DO NOTHING`,
);

export const putListsCounted = named<{ workspaceId: string; revision: number }>(
  "figures_until.put_lists",
  "UPDATE figures_until SET lists = $revision WHERE workspace_id = $workspaceId",
);
