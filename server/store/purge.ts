import { statement } from "./statement.ts";

/** Takes mentions that were closed at the latest then: workspace, closed before, at most. */
export const lockClosed = statement<[string, Date, number], { mention_id: string }>(
  "purge.lock_closed",
  `SELECT mention_id FROM mentions
   WHERE workspace_id = $1 AND status IN ('answered', 'dismissed', 'gone') AND waiting_since < $2
   ORDER BY waiting_since LIMIT $3 FOR UPDATE SKIP LOCKED`,
);

/** Takes mentions that waited since then at the latest: workspace, waiting since before, at most. Claims end, so none waits for ever in somebody's hands. */
export const lockUnanswered = statement<[string, Date, number], { mention_id: string }>(
  "purge.lock_unanswered",
  `SELECT mention_id FROM mentions
   WHERE workspace_id = $1 AND status IN ('open', 'escalated') AND waiting_since < $2
   ORDER BY waiting_since LIMIT $3 FOR UPDATE SKIP LOCKED`,
);

/** workspace, mentions */
export const deleteDrafts = statement<[string, readonly string[]]>(
  "purge.drafts",
  "DELETE FROM drafts WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

/** workspace, mentions */
export const deleteReplies = statement<[string, readonly string[]]>(
  "purge.replies",
  "DELETE FROM replies WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

/** workspace, mentions; their drafts and replies are gone already */
export const deleteMentions = statement<[string, readonly string[]]>(
  "purge.mentions",
  "DELETE FROM mentions WHERE workspace_id = $1 AND mention_id = ANY ($2)",
);

/** Remembers that mentions are gone, for the devices that mirror them: workspace, mentions, the revision before the first of them, at. */
export const putRemovals = statement<[string, readonly string[], number, Date]>(
  "purge.put_removals",
  `INSERT INTO removals (workspace_id, mention_id, revision, at)
   SELECT w.workspace_id, gone.mention_id, $3::bigint + gone.n, $4::timestamptz
   FROM workspaces w, unnest($2::text[]) WITH ORDINALITY AS gone (mention_id, n) WHERE w.workspace_id = $1
   ON CONFLICT (workspace_id, mention_id) DO UPDATE SET revision = excluded.revision, at = excluded.at`,
);

/** Forgets old removals: workspace, before. Devices that stand before the last of them must start over. */
export const forgetRemovals = statement<[string, Date]>(
  "purge.removals",
  `WITH old AS (DELETE FROM removals WHERE workspace_id = $1 AND at < $2 RETURNING revision)
   UPDATE workspaces SET lowest = greatest(lowest, latest.revision) FROM (SELECT max(revision) AS revision FROM old) latest
   WHERE workspace_id = $1 AND latest.revision IS NOT NULL`,
);

/** Answers that are kept for repeats tell no more which posts they showed, once those are gone: workspace. */
export const forgetGonePosts = statement<[string]>(
  "purge.gone_posts",
  `UPDATE operations o SET mention_id = '' WHERE o.workspace_id = $1 AND o.mention_id <> ''
     AND NOT EXISTS (SELECT 1 FROM mentions m WHERE m.workspace_id = $1 AND m.mention_id = o.mention_id)`,
);

/** Forgets the answers to old operations: workspace, before. */
export const forgetOperations = statement<[string, Date]>("purge.operations", "DELETE FROM operations WHERE workspace_id = $1 AND at < $2");

/** Forgets what old nights' refits did: workspace, before. */
export const forgetRefits = statement<[string, Date]>("purge.refits", "DELETE FROM refits WHERE workspace_id = $1 AND at < $2");

/** Forgets who was taken back long ago; the mentions that it moved are gone, or moved on: workspace, before. */
export const forgetTakeBacks = statement<[string, Date]>("purge.take_backs", "DELETE FROM take_backs WHERE workspace_id = $1 AND at < $2");
