import { bucket } from "./derived.ts";
import { claimJson, iso } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** What badges show of the mentions in some buckets, as a JSON array: workspace, buckets. */
export const marksOf = statement<[string, readonly string[]], { found: string }>(
  "mark.of",
  `SELECT coalesce(json_agg(json_build_object('id', m.mention_id, 'status', m.status, 'route', m.route, 'dueAt', ${iso("m.due_at")}, 'claim', ${claimJson})), '[]')::text
     AS found
   FROM mentions m WHERE m.workspace_id = $1 AND ${bucket} = ANY ($2)`,
);
