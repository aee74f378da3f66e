import { type PointLine, type PointSource, shownLines } from "../../lib/schema/points.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Earned } from "../trust/points.ts";
import { usedByOthers } from "./knowledge-uses.ts";
import { itemOf } from "./levels.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

/** The last word of each reader on what an author wrote for a post. */
const lastWords = `SELECT DISTINCT ON (mention_id, author, reviewer) mention_id, author, reviewer, verdict, at
  FROM reviews WHERE workspace_id = $1 AND reviewer <> author ORDER BY mention_id, author, reviewer, at DESC`;

/**
 * What members did that has proved right between two times and stands in no ledger yet: proposals that somebody of these roles agreed to, drafts that all of
 * their readers found good, good words of readers about an answer whose author was thanked, second looks, and what others used of what they proposed.
 */
export const earnedBetween = named<{ workspaceId: string; since: Date; until: Date; roles: readonly Role[] }, Earned>(
  "points.earned",
  `SELECT e.member_id AS "memberId", e.source, e.mention_id AS "mentionId", e.at, nullif(t.language, 'unknown') AS lang FROM (
     SELECT o.member_id, 'proposal_agreed' AS source, o.mention_id, min(o.settled_at) AS at
     FROM opinions o JOIN members p ON p.workspace_id = $workspaceId AND p.member_id = o.settled_by
     WHERE o.workspace_id = $workspaceId AND o.state = 'taken' AND o.settled_by <> o.member_id AND p.role = ANY ($roles::text[])
     GROUP BY o.member_id, o.mention_id
     UNION ALL
     SELECT d.author, 'draft_approved', d.mention_id, max(w.at)
     FROM drafts d JOIN (${lastWords}) w ON w.mention_id = d.mention_id AND w.author = d.author
     WHERE d.workspace_id = $workspaceId AND d.status IN ('approved', 'posted')
     GROUP BY d.author, d.mention_id HAVING bool_and(w.verdict = 'approved')
     UNION ALL
     SELECT w.reviewer, 'review_proved', w.mention_id, min(f.at)
     FROM follow_ups f JOIN replies r ON r.workspace_id = $workspaceId AND r.mention_id = f.mention_id
     JOIN (${lastWords}) w ON w.mention_id = f.mention_id AND w.author = r.author
     WHERE f.workspace_id = $workspaceId AND f.state = 'believed' AND f.mood = 'thanks' AND w.verdict = 'approved'
     GROUP BY w.reviewer, w.mention_id
     UNION ALL
     SELECT looker, 'second_look', mention_id, at FROM second_looks
     WHERE workspace_id = $workspaceId AND looker IS NOT NULL AND ending IS DISTINCT FROM 'right'
     UNION ALL
     (${usedByOthers})
   ) e JOIN mentions t ON t.workspace_id = $workspaceId AND t.mention_id = e.mention_id
   JOIN members m ON m.workspace_id = $workspaceId AND m.member_id = e.member_id AND m.standing <> 'removed'
   WHERE e.at > $since AND e.at <= $until AND NOT EXISTS (
     SELECT 1 FROM points l WHERE l.workspace_id = $workspaceId AND l.member_id = e.member_id AND l.source = e.source AND l.item = ${itemOf("e.mention_id")})`,
);

/** What members have on each of these days. */
export const pointsOnDays = named<
  { workspaceId: string; members: readonly string[]; since: string },
  { memberId: string; day: string; points: number }
>(
  "points.on_days",
  `SELECT member_id AS "memberId", to_char(day, 'YYYY-MM-DD') AS day, sum(points)::integer AS points FROM points
   WHERE workspace_id = $workspaceId AND member_id = ANY ($members::text[]) AND day >= $since::date GROUP BY member_id, day`,
);

/** Writes lines; one that is there already stays as it is. */
export const putLines = named<{
  workspaceId: string;
  members: readonly string[];
  sources: readonly string[];
  mentions: readonly string[];
  points: readonly number[];
  days: readonly string[];
  at: readonly Date[];
  languages: readonly (string | null)[];
  /** The Monday of this week. */
  week: string;
}>(
  "points.put",
  `INSERT INTO points (workspace_id, member_id, source, item, mention_id, points, day, at, lang, week)
   SELECT w.workspace_id, given.member_id, given.source, ${itemOf("given.mention_id")}, given.mention_id, given.points, given.day, given.at, given.lang,
     $week::date
   FROM workspaces w, unnest($members::text[], $sources::text[], $mentions::text[], $points::smallint[], $days::date[], $at::timestamptz[],
     $languages::text[]) AS given (member_id, source, mention_id, points, day, at, lang)
   WHERE w.workspace_id = $workspaceId
   ON CONFLICT DO NOTHING`,
);

/** A member's points: all, those that came in the week of that Monday, and the latest lines. */
export const pointsOf = named<
  { workspaceId: string; memberId: string; monday: string },
  { total: number; week: number; lines: PointLine[] }
>(
  "points.of",
  `SELECT coalesce(sum(points), 0)::integer AS total, coalesce(sum(points) FILTER (WHERE week = $monday::date), 0)::integer AS week,
     (SELECT coalesce(json_agg(json_build_object('source', l.source, 'points', l.points, 'mentionId', l.mention_id, 'link', m.permalink, 'at', ${iso("l.at")})
        ORDER BY l.at DESC, l.source), '[]')
      FROM (SELECT * FROM points WHERE workspace_id = $workspaceId AND member_id = $memberId ORDER BY at DESC, source LIMIT ${shownLines}) l
      LEFT JOIN mentions m ON m.workspace_id = $workspaceId AND m.mention_id = l.mention_id) AS lines
   FROM points WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** Takes lines out of the ledger: those of these sources on these posts, whoever's they are. */
export const dropLines = named<
  { workspaceId: string; mentions: readonly string[]; sources: readonly PointSource[] },
  { member_id: string; mention_id: string; at: Date; whole: unknown }
>(
  "points.drop",
  `DELETE FROM points l USING unnest($mentions::text[], $sources::text[]) AS gone (mention_id, source)
   WHERE l.workspace_id = $workspaceId AND l.mention_id = gone.mention_id AND l.source = gone.source
   RETURNING l.member_id, l.mention_id, l.at, to_jsonb(l) AS whole`,
);

/** Writes lines again as they were: rows as JSON. Not of who is a member no more. */
export const putBackLines = named<{ workspaceId: string; lines: string }>(
  "points.put_back",
  `INSERT INTO points (workspace_id, member_id, source, item, mention_id, points, day, at, week, lang)
   SELECT m.workspace_id, r.* FROM json_to_recordset($lines::json) AS r (member_id text, source text, item bytea, mention_id text, points smallint,
     day date, at timestamptz, week date, lang text)
   JOIN members m ON m.workspace_id = $workspaceId AND m.member_id = r.member_id AND m.standing <> 'removed'
   ON CONFLICT DO NOTHING`,
);

/** The ledger forgets on which posts it was: these are deleted. */
export const forgetPosts = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "points.forget_posts",
  "UPDATE points SET mention_id = NULL WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])",
);

/** Deletes lines of before that day. */
export const forgetLines = named<{ workspaceId: string; before: Date }>(
  "points.forget",
  "DELETE FROM points WHERE workspace_id = $workspaceId AND at < $before",
);

/** Deletes all lines of somebody who is a member no more. */
export const forgetLinesOf = named<{ workspaceId: string; memberId: string }>(
  "points.forget_member",
  "DELETE FROM points WHERE workspace_id = $workspaceId AND member_id = $memberId",
);
