import { boardNames } from "../../lib/schema/board.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Placed } from "../trust/board.ts";
import { named } from "./statement.ts";

interface OfWeek {
  readonly workspaceId: string;
  readonly monday: string;
  /** Who works for the brand stands beside no member. */
  readonly except: readonly Role[];
}

/**
 * What each member who takes part and chose to be listed has of that week by language; `which`: of which languages. Added up before anything is joined, out
 * of the index `points_of_week` alone.
 */
const sums = (which: string): string => `(
     SELECT lang, member_id, sum(points)::integer AS points FROM points
     WHERE workspace_id = $workspaceId AND week = $monday::date AND points > 0 AND lang ${which} GROUP BY lang, member_id
   ) AS p JOIN members m ON m.workspace_id = $workspaceId AND m.member_id = p.member_id
     AND m.standing = 'active' AND m.on_board AND m.role <> ALL ($except::text[])`;

/** In which languages somebody who is listed has points, the ones of most people first; at most so many. */
export const boardLanguages = named<OfWeek & { most: number }, { language: string }>(
  "board.languages",
  `SELECT p.lang AS language FROM ${sums("IS NOT NULL")} GROUP BY p.lang ORDER BY count(*) DESC, p.lang LIMIT $most`,
);

/** Who stands in the first places in that language, and where this member does. */
export const standingsIn = named<OfWeek & { language: string; memberId: string }, Placed>(
  "board.standings",
  `SELECT place, name, points, member_id = $memberId AS "isMine", before, sharing FROM (
     SELECT *, (rank() OVER (ORDER BY points DESC))::integer AS place, (count(*) OVER (PARTITION BY points))::integer AS sharing,
       (row_number() OVER (ORDER BY points DESC, md5($monday || member_id)) - 1)::integer AS before
     FROM (SELECT p.member_id, m.name, p.points FROM ${sums("= $language")}) AS sums
   ) AS ranked WHERE before < ${boardNames} OR member_id = $memberId ORDER BY before`,
);

export const isOnBoard = named<{ workspaceId: string; memberId: string }, { yes: boolean }>(
  "board.is_on",
  "SELECT on_board AS yes FROM members WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

export const putOnBoard = named<{ workspaceId: string; memberId: string; isListed: boolean }>(
  "board.put",
  "UPDATE members SET on_board = $isListed WHERE workspace_id = $workspaceId AND member_id = $memberId",
);
