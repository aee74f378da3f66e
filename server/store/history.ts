import type { HistoryEntry } from "../../lib/schema/mention.ts";
import { iso } from "./mention-json.ts";
import { statement } from "./statement.ts";

/** What was done to a mention and by whom, oldest first: workspace, mention. */
export const historyOf = statement<[string, string], { entry: HistoryEntry }>(
  "history.of",
  `SELECT json_build_object('at', ${iso("l.at")}, 'who', p.name, 'action', l.action, 'detail', l.detail) AS entry
   FROM audit_log l LEFT JOIN members p ON p.workspace_id = l.workspace_id AND p.member_id = l.member_id
   WHERE l.workspace_id = $1 AND l.subject = $2 ORDER BY l.at, l.entry_id LIMIT 200`,
);
