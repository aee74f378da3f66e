import type { BadgeId } from "../../lib/schema/badges.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Counted, Met } from "../trust/badges.ts";
import { thankedUntil } from "./levels.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

interface Counting {
  readonly workspaceId: string;
  /** What happened later may still be taken back. */
  readonly until: Date;
  /** Whose level comes with the role. */
  readonly except: readonly Role[];
}

/** How many of what badges are counted by members have; `whose`: which ids, as a comparison. */
const counted = (whose: string): string => `
  SELECT member_id AS "memberId", deed, count(*)::integer AS count FROM (
    SELECT member_id, source AS deed FROM points WHERE workspace_id = $workspaceId AND member_id ${whose}
    UNION ALL
    SELECT member_id, 'thanks' FROM (${thankedUntil("$until")}) AS thanked WHERE member_id ${whose}
    UNION ALL
    SELECT looker, 'mended' FROM second_looks
    WHERE workspace_id = $workspaceId AND verdict = 'wrong' AND ending IN ('corrected', 'deleted') AND at <= $until AND looker ${whose}
  ) AS done GROUP BY member_id, deed
  UNION ALL
  SELECT member_id, 'level', level FROM members
  WHERE workspace_id = $workspaceId AND level > 0 AND level_reason IS NULL AND role <> ALL ($except::text[]) AND member_id ${whose}`;

/** Of everybody. */
export const countedOfAll = named<Counting, Counted>("badges.counted_of_all", counted("IS NOT NULL"));

/** Of these members. */
export const countedOf = named<Counting & { members: readonly string[] }, Counted>(
  "badges.counted_of",
  counted("= ANY ($members::text[])"),
);

/** Who has which badge. */
export const badgesHad = named<{ workspaceId: string }, Met>(
  "badges.had",
  'SELECT member_id AS "memberId", badge FROM badges WHERE workspace_id = $workspaceId',
);

/** When a member earned which. */
export const badgesOf = named<{ workspaceId: string; memberId: string }, { badge: string; earnedAt: string }>(
  "badges.of",
  `SELECT badge, ${iso("at")} AS "earnedAt" FROM badges WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

interface Some {
  readonly workspaceId: string;
  /** Beside each other: who, and which badge. */
  readonly members: readonly string[];
  readonly badges: readonly BadgeId[];
}

/** Gives badges to who takes part; one that is there already stays as it is. Gives whose are new. */
export const putBadges = named<Some & { at: Date }, { memberId: string }>(
  "badges.put",
  `INSERT INTO badges (workspace_id, member_id, badge, at)
   SELECT m.workspace_id, m.member_id, given.badge, $at FROM unnest($members::text[], $badges::text[]) AS given (member_id, badge)
   JOIN members m ON m.workspace_id = $workspaceId AND m.member_id = given.member_id AND m.standing <> 'removed'
   ON CONFLICT DO NOTHING RETURNING member_id AS "memberId"`,
);

/** Takes from these members the badges that they have had only since then, but for those that they still meet. */
export const dropUnmet = named<Some & { whose: readonly string[]; since: Date }>(
  "badges.drop_unmet",
  `DELETE FROM badges b WHERE b.workspace_id = $workspaceId AND b.member_id = ANY ($whose::text[]) AND b.at >= $since
     AND NOT EXISTS (SELECT 1 FROM unnest($members::text[], $badges::text[]) AS met (member_id, badge)
       WHERE met.member_id = b.member_id AND met.badge = b.badge)`,
);

/** Has the devices of these members hear of it; a revision for each. */
export const tellOfBadges = named<{ workspaceId: string; members: readonly string[]; revisions: readonly number[] }>(
  "badges.tell",
  `UPDATE members m SET revision = given.revision FROM unnest($members::text[], $revisions::bigint[]) AS given (member_id, revision)
   WHERE m.workspace_id = $workspaceId AND m.member_id = given.member_id`,
);

/** Their member knows of these. */
export const putTold = named<{ workspaceId: string; memberId: string; badges: readonly string[] }>(
  "badges.told",
  "UPDATE badges SET is_told = true WHERE workspace_id = $workspaceId AND member_id = $memberId AND badge = ANY ($badges::text[])",
);

/** Deletes all badges of somebody who is a member no more. */
export const forgetBadgesOf = named<{ workspaceId: string; memberId: string }>(
  "badges.forget_member",
  "DELETE FROM badges WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** Badges of a member of which they do not know yet: JSON. */
export const newBadgesJson = (member: string): string => `(SELECT coalesce(json_agg(b.badge ORDER BY b.at, b.badge), '[]') FROM badges b
    WHERE b.workspace_id = $1 AND b.member_id = ${member}.member_id AND NOT b.is_told)`;
