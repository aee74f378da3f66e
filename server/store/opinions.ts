import type { Wish } from "../../lib/schema/mention.ts";
import { named, statement } from "./statement.ts";

export type OpinionState = "open" | "taken" | "declined";

/** workspace, mention, wish */
export const openOpinions = statement<[string, string, Wish], { member_id: string }>(
  "opinion.open",
  "SELECT member_id FROM opinions WHERE workspace_id = $1 AND mention_id = $2 AND wish = $3 AND state = 'open'",
);

/** The last word of each counts; no row when staff declined it. */
export const putOpinion = named<
  { workspaceId: string; mentionId: string; memberId: string; wish: Wish; value: string; note: string | null; at: Date },
  { wish: Wish }
>(
  "opinion.put",
  `INSERT INTO opinions AS o (workspace_id, mention_id, member_id, wish, value, note, state, at) VALUES ($workspaceId, $mentionId, $memberId, $wish, $value, $note, 'open', $at)
   ON CONFLICT (workspace_id, mention_id, member_id, wish) DO UPDATE
   SET value = excluded.value, note = excluded.note, state = 'open', at = excluded.at, settled_at = NULL, settled_by = NULL
   WHERE o.state <> 'declined' RETURNING wish`,
);

/** workspace, mention, member, wish -> one row when something open was taken back */
export const withdrawOpinion = statement<[string, string, string, Wish], { wish: Wish }>(
  "opinion.withdraw",
  `DELETE FROM opinions WHERE workspace_id = $1 AND mention_id = $2 AND member_id = $3 AND wish = $4 AND state = 'open' RETURNING wish`,
);

/** Moves all opinions of one wish on a mention from one state to another. One that is open again was settled by nobody. */
export const settleOpinions = named<{
  workspaceId: string;
  mentionId: string;
  wish: Wish;
  from: OpinionState;
  to: OpinionState;
  at: Date;
  by: string;
}>(
  "opinion.settle",
  `UPDATE opinions SET state = $to, settled_at = CASE WHEN $to <> 'open' THEN $at::timestamptz END, settled_by = CASE WHEN $to <> 'open' THEN $by END
   WHERE workspace_id = $workspaceId AND mention_id = $mentionId AND wish = $wish AND state = $from`,
);

/** workspace, mention, member -> whether they were the second who would set it aside, so that it was done */
export const completedBy = statement<[string, string, string], { yes: boolean }>(
  "opinion.completed_by",
  `SELECT EXISTS (SELECT 1 FROM opinions WHERE workspace_id = $1 AND mention_id = $2 AND wish = 'dismiss' AND state = 'taken' AND settled_by = $3) AS yes`,
);
