import { itemJson, listJson } from "./lists.ts";
import { mentionJoins, mentionJson } from "./mention-json.ts";
import { precedentJson } from "./precedents.ts";
import { statement } from "./statement.ts";
import { workspaceJson } from "./workspaces.ts";

const change = (kind: string, value: string) => `json_build_object('kind', '${kind}', 'value', ${value})`;

/** The rows of one table that moved since; one more than asked for, so that `more` is known. */
const moved = (table: string, as: string, kind: string, value: string, joins = "") => `
  (SELECT ${as}.revision, ${change(kind, value)} AS change FROM ${table} ${as} ${joins}
   WHERE ${as}.workspace_id = $1 AND ${as}.revision > (SELECT since FROM place) ORDER BY ${as}.revision LIMIT $4 + 1)`;

export interface Delta {
  readonly epoch: string;
  /** How far these changes lead. */
  readonly revision: number;
  readonly more: boolean;
  /** JSON array, handed through as it is. */
  readonly changes: string;
}

/**
 * What moved in a workspace: workspace, epoch, since, at most. Another epoch begins at 0.
 * One statement, so that the counter and the rows are of one instant: whatever it does not hold has a higher revision.
 */
export const deltaOf = statement<[string, string, number, number], Delta>(
  "delta",
  `WITH place AS (
     SELECT epoch, counter, CASE WHEN epoch = $2 THEN $3::bigint ELSE 0 END AS since FROM workspaces WHERE workspace_id = $1
   ), moved AS (${[
     moved("workspaces", "w", "workspace", workspaceJson),
     moved("members", "p", "member", "json_build_object('id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level)"),
     moved("keyword_lists", "k", "keyword_list", listJson),
     moved("knowledge", "i", "knowledge", itemJson),
     moved("precedents", "e", "precedent", precedentJson),
     moved("mentions", "m", "mention", mentionJson, mentionJoins),
   ].join(" UNION ALL ")}
   ), numbered AS (SELECT revision, change, row_number() OVER (ORDER BY revision) AS n FROM moved),
   page AS (
     SELECT count(*) > $4 AS more, max(revision) FILTER (WHERE n <= $4) AS last,
       '[' || coalesce(string_agg(change::text, ',' ORDER BY n) FILTER (WHERE n <= $4), '') || ']' AS changes
     FROM numbered
   )
   SELECT epoch, CASE WHEN more THEN last ELSE counter END AS revision, more, changes FROM place, page`,
);
