import type { ItemFigures } from "../../lib/schema/item-figures.ts";
import { itemOf } from "./levels.ts";
import { person } from "./mention-json.ts";
import { named } from "./statement.ts";

/** Notes which items replies began as; what is no item on record is left out. A post that is answered again counts for the later answer. */
export const putUses = named<{
  workspaceId: string;
  mentions: readonly string[];
  members: readonly string[];
  sources: readonly string[];
  at: Date;
}>(
  "knowledge_uses.put",
  `INSERT INTO knowledge_uses (workspace_id, post, item_id, member_id, mention_id, at)
   SELECT k.workspace_id, ${itemOf("given.mention_id")}, k.item_id, given.member_id, given.mention_id, $at::timestamptz
   FROM unnest($mentions::text[], $members::text[], $sources::text[]) AS given (mention_id, member_id, source)
   JOIN knowledge k ON k.workspace_id = $workspaceId AND k.item_id = given.source AND NOT k.removed
   ON CONFLICT (workspace_id, post) DO UPDATE
   SET item_id = excluded.item_id, member_id = excluded.member_id, mention_id = excluded.mention_id, liked = false, at = excluded.at`,
);

/** Whether the answer of a use `u` was liked: its author gave thanks, or a second look found it helpful. */
const isLiked = `(u.liked
   OR EXISTS (SELECT 1 FROM follow_ups f WHERE f.workspace_id = $workspaceId AND f.mention_id = u.mention_id AND f.state = 'believed' AND f.mood = 'thanks')
   OR EXISTS (SELECT 1 FROM second_looks l WHERE l.workspace_id = $workspaceId AND l.mention_id = u.mention_id AND l.verdict = 'helpful'))`;

/** Whether the answer of a use `u` was taken back. */
const isTakenBack = `EXISTS (SELECT 1 FROM replies r WHERE r.workspace_id = $workspaceId AND r.mention_id = u.mention_id AND r.taken_back)`;

/** The day of a use `u`. */
const dayOf = "(u.at AT TIME ZONE 'UTC')::date";

/** What there is to tell of the items of a workspace: whose they are, how often members used them (each once a day), and liked answers. */
export const itemFigures = named<{ workspaceId: string }, ItemFigures>(
  "knowledge_uses.figures",
  `SELECT i.item_id AS id, ${person("i.owner")} AS owner, coalesce(n.used, 0)::integer AS used, coalesce(n.liked, 0)::integer AS liked
   FROM knowledge i LEFT JOIN (
     SELECT u.item_id, count(DISTINCT (u.member_id, ${dayOf})) AS used, count(*) FILTER (WHERE ${isLiked}) AS liked
     FROM knowledge_uses u WHERE u.workspace_id = $workspaceId AND NOT ${isTakenBack} GROUP BY u.item_id
   ) n ON n.item_id = i.item_id
   WHERE i.workspace_id = $workspaceId AND NOT i.removed AND (i.owner IS NOT NULL OR n.item_id IS NOT NULL)`,
);

/** The first use of each day by each other member of what somebody proposed, as `earnedBetween` has it: of days since $since. */
export const usedByOthers = `SELECT DISTINCT ON (k.owner, u.member_id, ${dayOf}) k.owner AS member_id, 'knowledge_used' AS source, u.mention_id, u.at
   FROM knowledge_uses u JOIN knowledge k ON k.workspace_id = $workspaceId AND k.item_id = u.item_id
   WHERE u.workspace_id = $workspaceId AND k.proposed AND k.owner <> u.member_id AND u.mention_id IS NOT NULL AND NOT ${isTakenBack}
     AND u.at >= date_trunc('day', $since::timestamptz, 'UTC')
   ORDER BY k.owner, u.member_id, ${dayOf}, u.at`;

/** Of posts that are about to be deleted: what was taken back never counted. */
export const dropTakenBackUses = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "knowledge_uses.drop_taken_back",
  `DELETE FROM knowledge_uses u WHERE u.workspace_id = $workspaceId AND u.mention_id = ANY ($mentionIds::text[]) AND ${isTakenBack}`,
);

/** Of posts that are about to be deleted: keeps whether their answers were liked, and forgets which posts it was. */
export const keepLikes = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "knowledge_uses.keep_likes",
  `UPDATE knowledge_uses u SET liked = ${isLiked}, mention_id = NULL
   WHERE u.workspace_id = $workspaceId AND u.mention_id = ANY ($mentionIds::text[])`,
);

/** Deletes those of before. */
export const forgetItemUses = named<{ workspaceId: string; before: Date }>(
  "knowledge_uses.forget",
  "DELETE FROM knowledge_uses WHERE workspace_id = $workspaceId AND at < $before",
);

/** Deletes those of somebody who is a member no more. */
export const forgetItemUsesOf = named<{ workspaceId: string; memberId: string }>(
  "knowledge_uses.forget_member",
  "DELETE FROM knowledge_uses WHERE workspace_id = $workspaceId AND member_id = $memberId",
);
