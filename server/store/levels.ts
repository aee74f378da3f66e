import type { RatedWork } from "../../lib/schema/levels.ts";
import type { OwnLevel } from "../../lib/schema/people.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { named } from "./statement.ts";

/** What its reader sent back before and then approved is good with changes. */
const valueOfVerdict = `CASE WHEN v.verdict = 'rejected' THEN 0 WHEN v.verdict = 'suggested' THEN 0.5 WHEN EXISTS (
      SELECT 1 FROM reviews b WHERE b.workspace_id = $1 AND b.mention_id = v.mention_id AND b.reviewer = v.reviewer AND b.author = v.author
        AND b.verdict = 'rejected') THEN 0.5 ELSE 1 END`;
/** That an answer is right after all is the word of who said so, in place of the one who found it wrong. */
const valueOfLook = "CASE WHEN l.ending = 'right' OR l.verdict = 'helpful' THEN 1 WHEN l.verdict = 'somewhat' THEN 0.5 ELSE 0 END";
/** What is kept of a mention's id when the post is gone, to know it again: SQL of bytes. `mention`: SQL of the id. */
export const itemOf = (mention: string): string => `sha256(convert_to(${mention}, 'UTF8'))`;

/**
 * The last word of each rater on each answer, whatever text it had by then: reviewers', second lookers', and, under the empty id, what the post's own
 * author wrote below it, where somebody but the answer's author saw that. `where` speaks of `mention_id` and `at`.
 */
const lastWords = (where: string): string => `
  SELECT DISTINCT ON (mention_id, author, rater) workspace_id, ${itemOf("mention_id")} AS item, author, rater, value, at FROM (
    SELECT v.workspace_id, v.mention_id, v.author, v.reviewer AS rater, ${valueOfVerdict} AS value, v.at FROM reviews v WHERE v.workspace_id = $1
    UNION ALL
    SELECT l.workspace_id, l.mention_id, l.author, CASE WHEN l.ending = 'right' THEN l.ended_by ELSE l.looker END, ${valueOfLook}, l.at FROM second_looks l
    WHERE l.workspace_id = $1 AND l.verdict IS NOT NULL
    UNION ALL
    SELECT f.workspace_id, f.mention_id, r.author, '', CASE WHEN f.mood = 'thanks' THEN 1 ELSE 0 END, f.at FROM follow_ups f
    JOIN replies r ON r.workspace_id = f.workspace_id AND r.mention_id = f.mention_id
    WHERE f.workspace_id = $1 AND f.state = 'believed' AND f.mood IN ('thanks', 'negative') AND f.at >= r.at AND NOT r.taken_back
      AND EXISTS (SELECT 1 FROM follow_ups o WHERE o.workspace_id = $1 AND o.mention_id = f.mention_id AND o.post_id = f.post_id AND o.heard_by <> r.author)
  ) AS said WHERE rater <> author AND ${where} ORDER BY mention_id, author, rater, at DESC`;

/** Answers for which the post's author thanked, each once: SQL of rows (member_id, item). `until`: SQL of the time up to which. */
export const thankedUntil = (until: string): string => `
  SELECT author AS member_id, item FROM (${lastWords("rater = ''")}) AS words WHERE value = 1 AND at <= ${until}
  UNION SELECT author, item FROM ratings WHERE workspace_id = $1 AND rater = '' AND value = 1 AND at <= ${until}`;

/** Keeps what was found of the answers to these posts, before the posts are deleted or answered anew. */
export const keepRatings = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "ratings.keep",
  `INSERT INTO ratings (workspace_id, author, item, rater, value, at)
   SELECT workspace_id, author, item, rater, value, at FROM (${lastWords("mention_id = ANY ($mentionIds::text[])")}) AS words
   ON CONFLICT (workspace_id, author, item, rater) DO UPDATE SET value = excluded.value, at = excluded.at`,
);

/** Deletes ratings that count no longer. */
export const forgetRatings = named<{ workspaceId: string; before: Date }>(
  "ratings.forget",
  "DELETE FROM ratings WHERE workspace_id = $workspaceId AND at < $before",
);

export interface RatingRow {
  readonly item: string;
  readonly author: string;
  readonly rater: string;
  readonly value: number;
  readonly at: Date;
  /** Null of who is no member: the author of the post. */
  readonly role: Role | null;
  /** How much the rater's words weigh; null while that is not known. */
  readonly weight: number | null;
}

/** What was said of answers since then by people whose word counts: those of these roles, members from level 1 on, and the authors of the posts. */
export const ratingsSince = named<{ workspaceId: string; since: Date; roles: readonly Role[] }, RatingRow>(
  "ratings.since",
  `SELECT encode(words.item, 'base64') AS item, words.author, words.rater, words.value::float8 AS value, words.at, p.role, (p.rater ->> 'weight')::float8 AS weight FROM (
     ${lastWords("at >= $since")}
   ) AS words LEFT JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = words.rater
   WHERE words.rater = '' OR p.role = ANY ($roles::text[]) OR p.level >= 1
   UNION ALL
   SELECT encode(r.item, 'base64'), r.author, r.rater, r.value, r.at, p.role, (p.rater ->> 'weight')::float8
   FROM ratings r LEFT JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = r.rater
   WHERE r.workspace_id = $workspaceId AND r.at >= $since AND (r.rater = '' OR p.role = ANY ($roles::text[]) OR p.level >= 1)`,
);

export interface LevelRow {
  readonly id: string;
  readonly level: number;
  readonly faltering_since: Date | null;
  readonly evidence: RatedWork | null;
}

const levelColumns = "member_id AS id, level, faltering_since, evidence";

/** Members who answer as readers of these roles do not, and whose level nobody set by hand: their level follows the evidence. */
const following = "workspace_id = $workspaceId AND standing <> 'removed' AND level_reason IS NULL AND role <> ALL ($except::text[])";

export const followingLevels = named<{ workspaceId: string; except: readonly Role[] }, LevelRow>(
  "levels.following",
  `SELECT ${levelColumns} FROM members WHERE ${following}`,
);

/** These of them, locked. */
export const lockLevels = named<{ workspaceId: string; except: readonly Role[]; members: readonly string[] }, LevelRow>(
  "levels.lock",
  `SELECT ${levelColumns} FROM members WHERE ${following} AND member_id = ANY ($members::text[]) ORDER BY member_id FOR NO KEY UPDATE`,
);

/** Writes how much the words of these members weigh, and that nothing is known of the others'. */
export const putRaters = named<{ workspaceId: string; members: readonly string[]; raters: readonly string[] }>(
  "raters.put",
  `UPDATE members p SET rater = found.rater FROM (
     SELECT m.member_id, given.rater FROM members m
     LEFT JOIN unnest($members::text[], $raters::jsonb[]) AS given (member_id, rater) ON given.member_id = m.member_id
     WHERE m.workspace_id = $workspaceId AND m.rater IS DISTINCT FROM given.rater
   ) AS found WHERE p.workspace_id = $workspaceId AND p.member_id = found.member_id`,
);

/** How a member's level stands. */
export const levelOf = named<{ workspaceId: string; memberId: string }, LevelRow & { by_hand: boolean; rater: OwnLevel["rater"] }>(
  "levels.of",
  `SELECT ${levelColumns}, level_reason IS NOT NULL AS by_hand, rater FROM members WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** Writes how levels stand; `revisions` for those who moved, the others keep theirs. */
export const putLevels = named<{
  workspaceId: string;
  members: readonly string[];
  levels: readonly number[];
  falteringSince: readonly (Date | null)[];
  evidence: readonly (string | null)[];
  revisions: readonly (number | null)[];
}>(
  "levels.put",
  `UPDATE members p SET level = given.level, faltering_since = given.faltering_since, evidence = given.evidence,
     revision = coalesce(given.revision, p.revision)
   FROM unnest($members::text[], $levels::integer[], $falteringSince::timestamptz[], $evidence::jsonb[], $revisions::bigint[])
     AS given (member_id, level, faltering_since, evidence, revision)
   WHERE p.workspace_id = $workspaceId AND p.member_id = given.member_id`,
);
