import { keptWords } from "../../lib/schema/limits.ts";
import type { AnswerKind, OwnAnswer, OwnReview, OwnWeeks } from "../../lib/schema/own-work.ts";
import { iso, lookFoundJson } from "./mention-json.ts";
import { named } from "./statement.ts";

/** Whose, and from which place of a list on, newest first. */
interface ListPlace {
  readonly workspaceId: string;
  readonly memberId: string;
  readonly at: Date;
  readonly mentionId: string;
  readonly most: number;
}

/** Of the follow-ups that are believed, how the last one sounds that says whether the answer `r` helped. */
const moodBelow = `(SELECT f.mood FROM follow_ups f WHERE f.workspace_id = $1 AND f.mention_id = r.mention_id AND f.state = 'believed'
  AND f.mood <> 'other' AND f.at >= r.at ORDER BY f.at DESC LIMIT 1)`;

const isOfKind = `CASE WHEN $kind = 'thanked' THEN mood = 'thanks' WHEN $kind = 'unhappy' THEN mood = 'negative' WHEN $kind = 'found' THEN found IS NOT NULL
  WHEN $kind = 'wrong' THEN verdict = 'wrong' WHEN $kind = 'withdrawn' THEN is_taken_back OR is_post_gone OR ending = 'deleted' ELSE true END`;

/** A member's published answers that are kept, those of before that place, newest first; `kind`: empty for all. */
export const answersOf = named<ListPlace & { kind: AnswerKind | "" }, { answer: OwnAnswer }>(
  "own.answers",
  `SELECT json_build_object('mentionId', mention_id, 'at', ${iso("at")}, 'site', site, 'permalink', permalink,
     'post', json_build_object('author', author, 'words', left(excerpt, ${keptWords})), 'text', body, 'url', url, 'proof', proof,
     'isTakenBack', is_taken_back, 'isPostGone', is_post_gone, 'mood', mood, 'found', found) AS answer
   FROM (SELECT r.mention_id, r.at, r.body, r.url, r.proof, r.taken_back AS is_taken_back, m.site, m.permalink, m.author, m.excerpt,
       m.status = 'gone' AS is_post_gone, ${moodBelow} AS mood, l.verdict, l.ending, ${lookFoundJson} AS found
     FROM replies r JOIN mentions m ON m.workspace_id = r.workspace_id AND m.mention_id = r.mention_id
     LEFT JOIN second_looks l ON l.workspace_id = r.workspace_id AND l.mention_id = r.mention_id AND l.author = r.author
     WHERE r.workspace_id = $workspaceId AND r.author = $memberId AND r.author <> '' AND (r.at, r.mention_id) < ($at::timestamptz, $mentionId::text)
   ) a WHERE ${isOfKind} ORDER BY a.at DESC, a.mention_id DESC LIMIT $most`,
);

const isStaffs = "m.route <> 'community' AND NOT $isStaff::boolean";

/** What became of the draft by `w.author` that was read. What staff make of a post that is with them is theirs to know. */
const becameOfDraft = `CASE WHEN r.author = w.author AND r.taken_back THEN 'withdrawn'
  WHEN r.author = w.author THEN coalesce(CASE WHEN ${moodBelow} = 'thanks' THEN 'thanked' WHEN ${moodBelow} = 'negative' THEN 'unhappy' END, 'posted')
  WHEN ${isStaffs} THEN 'with_staff' WHEN d.author = w.author AND d.status <> 'posted' THEN d.status ELSE 'let_go' END`;

const becameOfAnswer = "CASE WHEN l.ending IS NOT NULL THEN l.ending WHEN r.taken_back THEN 'withdrawn' ELSE 'stands' END";

/** A member's words on what others wrote, those of before that place, newest first: the last on each draft, and that of each second look. */
export const reviewsOf = named<ListPlace & { isStaff: boolean }, { review: OwnReview }>(
  "own.reviews",
  `SELECT json_build_object('mentionId', mention_id, 'at', ${iso("at")}, 'permalink', permalink,
     'post', json_build_object('author', author, 'words', left(excerpt, ${keptWords})), 'verdict', verdict, 'became', became) AS review
   FROM (SELECT w.mention_id, w.at, m.permalink, m.author, m.excerpt, w.verdict, ${becameOfDraft} AS became
     FROM (SELECT DISTINCT ON (mention_id) mention_id, author, verdict, at FROM reviews
       WHERE workspace_id = $workspaceId AND reviewer = $memberId ORDER BY mention_id, at DESC) w
     JOIN mentions m ON m.workspace_id = $workspaceId AND m.mention_id = w.mention_id
     LEFT JOIN replies r ON r.workspace_id = $workspaceId AND r.mention_id = w.mention_id
     LEFT JOIN drafts d ON d.workspace_id = $workspaceId AND d.mention_id = w.mention_id
     UNION ALL
     SELECT l.mention_id, l.at, m.permalink, m.author, m.excerpt, l.verdict, ${becameOfAnswer}
     FROM second_looks l JOIN mentions m ON m.workspace_id = l.workspace_id AND m.mention_id = l.mention_id
     LEFT JOIN replies r ON r.workspace_id = l.workspace_id AND r.mention_id = l.mention_id
     WHERE l.workspace_id = $workspaceId AND l.verdict IS NOT NULL AND l.looker = $memberId
   ) a WHERE (a.at, a.mention_id) < ($at::timestamptz, $mentionId::text) ORDER BY a.at DESC, a.mention_id DESC LIMIT $most`,
);

/** Counts `what` of the rows in `from` by whether `at` lies in this week or the one before. */
const bothWeeks = (what: string, at: string, from: string): string => `(SELECT json_build_object(
    'week', ${what} FILTER (WHERE ${at} >= $monday::timestamptz), 'last', ${what} FILTER (WHERE ${at} < $monday::timestamptz))
  FROM ${from} AND ${at} >= $before::timestamptz)`;

/** What a member did since Monday (`monday`), and in the week that began at `before`. */
export const weeksOf = named<
  { workspaceId: string; memberId: string; monday: Date; before: Date; mondayOn: string; beforeOn: string },
  OwnWeeks
>(
  "own.weeks",
  `SELECT
     ${bothWeeks("count(*)", "r.at", "replies r WHERE r.workspace_id = $workspaceId AND r.author = $memberId AND r.author <> '' AND NOT r.taken_back")} AS answers,
     ${bothWeeks(
       "count(DISTINCT f.mention_id)",
       "f.at",
       `replies r JOIN follow_ups f ON f.workspace_id = r.workspace_id AND f.mention_id = r.mention_id AND f.state = 'believed' AND f.mood = 'thanks' AND f.at >= r.at
        WHERE r.workspace_id = $workspaceId AND r.author = $memberId AND r.author <> '' AND NOT r.taken_back`,
     )} AS thanked,
     ${bothWeeks("count(DISTINCT v.mention_id)", "v.at", "reviews v WHERE v.workspace_id = $workspaceId AND v.reviewer = $memberId")} AS reviews,
     ${bothWeeks("count(*)", "l.at", "second_looks l WHERE l.workspace_id = $workspaceId AND l.verdict IS NOT NULL AND l.looker = $memberId")} AS looks,
     (SELECT json_build_object('week', coalesce(sum(points) FILTER (WHERE day >= $mondayOn::date), 0),
        'last', coalesce(sum(points) FILTER (WHERE day < $mondayOn::date), 0))
      FROM points WHERE workspace_id = $workspaceId AND member_id = $memberId AND day >= $beforeOn::date) AS points`,
);
