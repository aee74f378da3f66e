import { turn } from "./derived.ts";
import { itemJson, listJson } from "./lists.ts";
import { mentionJson, type Viewer } from "./mention-json.ts";
import { precedentJson } from "./precedents.ts";
import { presenceJson } from "./presence.ts";
import { statement } from "./statement.ts";
import { workspaceJson } from "./workspaces.ts";

/** The device's member: is staff $5, member $4. */
const viewer: Viewer = { isStaff: "$5::boolean", member: "$4::text" };

/** Text of a change: putting an object around JSON by hand spares copying and checking it. */
const change = (kind: string, value: string) => `'{"kind":"${kind}","value":' || (${value})::text || '}'`;

interface Table {
  readonly from: string;
  readonly as: string;
  readonly change: string;
  /** Which of its rows this device gets. */
  readonly where?: string;
}

/** The rows of one table that moved since and up to; one more than asked for, so that `more` is known. */
const moved = ({ from, as, change: json, where = "true" }: Table) => `
  (SELECT ${as}.revision, ${json} AS change FROM ${from}
   WHERE ${as}.workspace_id = $1 AND ${as}.revision > $2 AND ${as}.revision <= (SELECT upto FROM place) AND ${where}
   ORDER BY ${as}.revision LIMIT $3 + 1)`;

/** What is small and everybody gets; of the members an advocate only gets the own row: member $4, is staff $5. */
const settings: readonly Table[] = [
  {
    from: "workspaces w",
    as: "w",
    change: change("workspace", workspaceJson),
  },
  {
    from: "members p",
    as: "p",
    change: change("member", "json_build_object('id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level)"),
    where: "(p.member_id = $4 OR $5::boolean)",
  },
  { from: "keyword_lists k", as: "k", change: change("keyword_list", listJson) },
  { from: "knowledge i", as: "i", change: change("knowledge", itemJson) },
  { from: "precedents e", as: "e", change: change("precedent", precedentJson) },
];

const mentions: Table = { from: "mentions m", as: "m", change: change("mention", mentionJson(viewer)) };

const removals: Table = { from: "removals x", as: "x", change: "json_build_object('kind', 'mention_removed', 'id', x.mention_id)::text" };

/** What the member of a device is at work on, and what waits for reviewers. */
const own: Table = {
  ...mentions,
  where: `m.mention_id IN (
     SELECT mention_id FROM mentions WHERE workspace_id = $1 AND holder = $4 AND status = 'claimed'
     UNION SELECT mention_id FROM drafts WHERE workspace_id = $1 AND author = $4 AND status <> 'posted'
     UNION SELECT mention_id FROM drafts WHERE workspace_id = $1 AND status = 'in_review')`,
};

/** One page of what moved. */
export interface Delta {
  readonly epoch: string;
  /** How far it leads. */
  readonly revision: number;
  readonly more: boolean;
  /** Changes as JSON with commas between, handed through as they are. */
  readonly changes: string;
  /** Who came to look or write, likewise. */
  readonly presence: string;
}

const page = (tables: readonly Table[], upto: string) => `
   WITH place AS (SELECT epoch, counter, ${upto} AS upto FROM workspaces WHERE workspace_id = $1),
   moved AS (${tables.map(moved).join(" UNION ALL ")}),
   numbered AS (SELECT revision, change, row_number() OVER (ORDER BY revision) AS n FROM moved),
   page AS (
     SELECT count(*) > $3 AS more, max(revision) FILTER (WHERE n <= $3) AS last,
       coalesce(string_agg(change, ',' ORDER BY n) FILTER (WHERE n <= $3), '') AS changes
     FROM numbered
   )
   SELECT epoch, CASE WHEN more THEN last ELSE upto END AS revision, more, changes, ${presenceJson(viewer)} AS presence FROM place, page`;

/**
 * Everything that moved: workspace, since, at most, member, is staff.
 * One statement, so that the counter and the rows are of one instant: whatever it does not hold has a higher revision.
 */
export const deltaOf = statement<[string, number, number, string, boolean], Delta>(
  "delta",
  page([...settings, mentions, removals], "counter"),
);

/** What a device on its first way needs, but for the top of the queue: workspace, since, at most, member, is staff, up to. */
export const walkOf = statement<[string, number, number, string, boolean, number], Delta>(
  "delta.walk",
  page([...settings, own], "$6::bigint"),
);

interface Top {
  /** As in Delta. */
  readonly changes: string;
  /** More waits than these. */
  readonly beyond: boolean;
}

/** In the order in which they are claimed. */
const waiting = (where: string) => `
   SELECT mention_id, turn FROM unnest('{open,escalated}'::text[]) AS kind (status) CROSS JOIN LATERAL (
     SELECT mention_id, ${turn} AS turn FROM mentions
     WHERE workspace_id = $1 AND status = kind.status AND status IN ('open', 'escalated') AND ($5::boolean OR route = 'community') AND ${where}
     ORDER BY ${turn} LIMIT $3 + 1
   ) AS of_status ORDER BY turn LIMIT $3 + 1`;

/**
 * The top of the queue, first in the device's languages, then in others while there is room (otherwise they are not looked for), best first; what others are at work on; for staff also what
 * was closed last: workspace, languages (empty: any), at most, member, is staff, closed at most.
 */
export const topOf = statement<[string, readonly string[], number, string, boolean, number], Top>(
  "delta.top",
  `WITH own AS MATERIALIZED (${waiting("(cardinality($2::text[]) = 0 OR language = 'unknown' OR language = ANY ($2))")}),
   others AS MATERIALIZED (${waiting("cardinality($2::text[]) > 0 AND (SELECT count(*) FROM own) <= $3 AND language <> 'unknown' AND language <> ALL ($2)")}),
   best AS (
     SELECT mention_id, row_number() OVER (ORDER BY side, turn) AS n
     FROM (SELECT mention_id, turn, 1 AS side FROM own UNION ALL SELECT mention_id, turn, 2 FROM others) both_sides
   ), claimed AS (
     SELECT mention_id FROM mentions WHERE workspace_id = $1 AND status = 'claimed' LIMIT $3
   ), closed AS (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $1 AND status IN ('answered', 'dismissed', 'gone') ORDER BY waiting_since DESC LIMIT CASE WHEN $5::boolean THEN $6::integer ELSE 0 END
   ), sent AS (SELECT mention_id FROM best WHERE n <= $3 UNION ALL SELECT mention_id FROM claimed UNION ALL SELECT mention_id FROM closed)
   SELECT coalesce(string_agg(${mentions.change}, ','), '') AS changes, (SELECT count(*) FROM best) > $3 AS beyond
   FROM sent JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = sent.mention_id`,
);
