import { comparedReplies, leastShared } from "../../lib/suggest/near.ts";
import { named } from "./statement.ts";

/** Pieces with the mention that each is of, in one order. */
interface Pieces {
  readonly workspaceId: string;
  readonly mentions: readonly string[];
  readonly pieces: readonly string[];
  readonly at: Date;
}

/**
 * For each mention (`of`) the replies to others that share enough pieces with what is to be said to it to be looked at, and which. A phrase which
 * everybody uses costs no more than so many rows: as many as replies are kept.
 */
export const sharedPieces = named<Pieces, { of: string; pieces: string[] }>(
  "near_copy.shared",
  `SELECT given.mention_id AS of, array_agg(given.piece::text) AS pieces
   FROM unnest($mentions::text[], $pieces::bigint[]) AS given (mention_id, piece)
   JOIN LATERAL (
     SELECT r.mention_id FROM reply_pieces r
     WHERE r.workspace_id = $workspaceId AND r.piece = given.piece AND r.mention_id <> given.mention_id AND (r.until IS NULL OR r.until > $at)
     LIMIT ${comparedReplies}
   ) found ON true
   GROUP BY given.mention_id, found.mention_id HAVING count(*) >= ${leastShared}`,
);

/** Forgets the pieces of replies that others take the place of, or whose mentions are deleted. */
export const dropPieces = named<{ workspaceId: string; mentions: readonly string[] }>(
  "near_copy.drop_pieces",
  "DELETE FROM reply_pieces WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentions::text[])",
);

export const putPieces = named<Pieces & { until: Date | null }>(
  "near_copy.put_pieces",
  `INSERT INTO reply_pieces (workspace_id, piece, mention_id, at, until)
   SELECT w.workspace_id, g.piece, g.mention_id, $at, $until::timestamptz
   FROM workspaces w, unnest($mentions::text[], $pieces::bigint[]) AS g (mention_id, piece) WHERE w.workspace_id = $workspaceId`,
);

/** Forgets all but the latest replies, and those that were let through and never reported. */
export const dropOldPieces = named<{ workspaceId: string; before: Date }>(
  "near_copy.drop_old_pieces",
  `WITH replies AS MATERIALIZED (
     SELECT mention_id, max(at) AS at, max(until) AS until FROM reply_pieces WHERE workspace_id = $workspaceId GROUP BY mention_id
   ), old AS (
     SELECT mention_id FROM replies WHERE until < $before
     UNION SELECT mention_id FROM (SELECT mention_id FROM replies ORDER BY at DESC, mention_id OFFSET ${comparedReplies}) beyond
   )
   DELETE FROM reply_pieces p USING old WHERE p.workspace_id = $workspaceId AND p.mention_id = old.mention_id`,
);

/** One reply waits for the other's decision: two servers that look at the same moment would each find the other's words new. */
export const lockDecision = named<{ workspaceId: string }>(
  "near_copy.lock",
  "SELECT FROM workspaces WHERE workspace_id = $workspaceId FOR NO KEY UPDATE",
);

/** Notes near-copies: each member's to a mention once, and that it was published for good. */
export const putNearCopies = named<{
  workspaceId: string;
  mentions: readonly string[];
  members: readonly string[];
  isPublished: boolean;
  at: Date;
}>(
  "near_copy.put",
  `INSERT INTO near_copies (workspace_id, mention_id, member_id, is_published, at)
   SELECT w.workspace_id, g.mention_id, g.member_id, $isPublished, $at
   FROM workspaces w, unnest($mentions::text[], $members::text[]) AS g (mention_id, member_id) WHERE w.workspace_id = $workspaceId
   ON CONFLICT (workspace_id, mention_id, member_id) DO UPDATE SET is_published = near_copies.is_published OR excluded.is_published, at = excluded.at`,
);

export const forgetNearCopiesOf = named<{ workspaceId: string; memberId: string }>(
  "near_copy.forget_member",
  "DELETE FROM near_copies WHERE workspace_id = $workspaceId AND member_id = $memberId",
);
