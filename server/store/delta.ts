import { turn } from "./derived.ts";
import { itemJson, listJson } from "./lists.ts";
import { profileJson } from "./membership.ts";
import { mentionJson, type Viewer } from "./mention-json.ts";
import { precedentJson } from "./precedents.ts";
import { presenceJson } from "./presence.ts";
import { named } from "./statement.ts";
import { workspaceJson } from "./workspaces.ts";

/** The device's member, for whom mentions are written. */
const viewer: Viewer = { isStaff: "$isStaff::boolean", member: "$memberId::text" };

interface Asking {
  readonly workspaceId: string;
  readonly memberId: string;
  /** Whether the member may see what is with staff. */
  readonly isStaff: boolean;
  /** Whether they may know who else is a member. */
  readonly seesPeople: boolean;
}

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
   WHERE ${as}.workspace_id = $1 AND ${as}.revision > $since AND ${as}.revision <= (SELECT upto FROM place) AND ${where}
   ORDER BY ${as}.revision LIMIT $most + 1)`;

const workspaces: Table = { from: "workspaces w", as: "w", change: change("workspace", workspaceJson) };

/** Who works with people gets the rows of others beside the own one. */
const members: Table = {
  from: "members p",
  as: "p",
  change: change(
    "member",
    `CASE WHEN p.member_id = $memberId
       THEN json_build_object('id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level, 'profile', ${profileJson("p")})
       ELSE json_build_object('id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level) END`,
  ),
  where: "(p.member_id = $memberId OR $seesPeople::boolean) AND p.standing <> 'removed'",
};

/** What is small and everybody gets who has posts on their device. */
const settings: readonly Table[] = [
  workspaces,
  members,
  { from: "keyword_lists k", as: "k", change: change("keyword_list", listJson) },
  { from: "knowledge i", as: "i", change: change("knowledge", itemJson) },
  { from: "precedents e", as: "e", change: change("precedent", precedentJson) },
];

const mentions: Table = { from: "mentions m", as: "m", change: change("mention", mentionJson(viewer)) };

/** Whose name the device is to forget. One on its first way never heard of them. */
const formerMembers: Table = {
  from: "members p",
  as: "p",
  change: "json_build_object('kind', 'member_removed', 'id', p.member_id)::text",
  where: "p.standing = 'removed'",
};

const removals: Table = { from: "removals x", as: "x", change: "json_build_object('kind', 'mention_removed', 'id', x.mention_id)::text" };

/** What the member of a device is at work on, and what waits for reviewers. */
const own: Table = {
  ...mentions,
  where: `m.mention_id IN (
     SELECT mention_id FROM mentions WHERE workspace_id = $1 AND holder = $memberId AND status = 'claimed'
     UNION SELECT mention_id FROM drafts WHERE workspace_id = $1 AND author = $memberId AND status <> 'posted'
     UNION SELECT mention_id FROM drafts WHERE workspace_id = $1 AND status = 'in_review'
     UNION SELECT mention_id FROM second_looks WHERE workspace_id = $1 AND verdict = 'wrong' AND ending IS NULL AND ($isStaff::boolean OR author = $memberId))`,
};

/** One page of what moved. */
export interface Delta {
  readonly epoch: string;
  /** The revision up to which the page holds everything. */
  readonly revision: number;
  readonly more: boolean;
  /** Changes as JSON with commas between, handed through as they are. */
  readonly changes: string;
  /** Who came to look or write, likewise. */
  readonly presence: string;
}

const page = (tables: readonly Table[], upto: string, presence = presenceJson(viewer)) => `
   WITH place AS (SELECT epoch, counter, ${upto} AS upto FROM workspaces WHERE workspace_id = $1),
   moved AS (${tables.map(moved).join(" UNION ALL ")}),
   numbered AS (SELECT revision, change, row_number() OVER (ORDER BY revision) AS n FROM moved),
   page AS (
     SELECT count(*) > $most AS more, max(revision) FILTER (WHERE n <= $most) AS last,
       coalesce(string_agg(change, ',' ORDER BY n) FILTER (WHERE n <= $most), '') AS changes
     FROM numbered
   )
   SELECT epoch, CASE WHEN more THEN last ELSE upto END AS revision, more, changes, ${presence} AS presence FROM place, page`;

/** Up to `most` changes of what moved after the revision `since`. */
interface Since extends Asking {
  readonly since: number;
  readonly most: number;
}

/**
 * Everything that moved.
 * One statement, so that the counter and the rows are of one instant: whatever it does not hold has a higher revision.
 */
export const deltaOf = named<Since, Delta>("delta", page([...settings, mentions, removals, formerMembers], "counter"));

/** The same for who has no posts on their device: the workspace and their own place in it. */
export const deltaOfPlace = named<Since, Delta>("delta.place", page([workspaces, members], "counter", "''"));

/** What a device on its first way needs, but for the top of the queue, up to the revision `until`. */
export const walkOf = named<Since & { readonly until: number }, Delta>("delta.walk", page([...settings, own], "$until::bigint"));

interface Top {
  /** Changes as JSON with commas between, as in `Delta`. */
  readonly changes: string;
  /** Whether more mentions wait than these. */
  readonly beyond: boolean;
}

/** In the order in which they are claimed. */
const waiting = (where: string) => `
   SELECT mention_id, turn FROM unnest('{open,escalated}'::text[]) AS kind (status) CROSS JOIN LATERAL (
     SELECT mention_id, ${turn} AS turn FROM mentions
     WHERE workspace_id = $1 AND status = kind.status AND status IN ('open', 'escalated') AND ($isStaff::boolean OR route = 'community') AND ${where}
     ORDER BY ${turn} LIMIT $most + 1
   ) AS of_status ORDER BY turn LIMIT $most + 1`;

interface AskingForTop extends Asking {
  /** Those that the device wants first; none: any. */
  readonly languages: readonly string[];
  readonly most: number;
  readonly mostClosed: number;
}

/**
 * The top of the queue, first in the device's languages, then in others while there is room (otherwise they are not looked for), best first; what
 * others are at work on; for staff also what was closed last.
 */
export const topOf = named<AskingForTop, Top>(
  "delta.top",
  `WITH own AS MATERIALIZED (${waiting("(cardinality($languages::text[]) = 0 OR language = 'unknown' OR language = ANY ($languages))")}),
   others AS MATERIALIZED (${waiting("cardinality($languages::text[]) > 0 AND (SELECT count(*) FROM own) <= $most AND language <> 'unknown' AND language <> ALL ($languages)")}),
   best AS (
     SELECT mention_id, row_number() OVER (ORDER BY side, turn) AS n
     FROM (SELECT mention_id, turn, 1 AS side FROM own UNION ALL SELECT mention_id, turn, 2 FROM others) both_sides
   ), claimed AS (
     SELECT mention_id FROM mentions WHERE workspace_id = $1 AND status = 'claimed' LIMIT $most
   ), closed AS (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $1 AND status IN ('answered', 'dismissed', 'gone') ORDER BY waiting_since DESC LIMIT CASE WHEN $isStaff::boolean THEN $mostClosed::integer ELSE 0 END
   ), sent AS (SELECT mention_id FROM best WHERE n <= $most UNION ALL SELECT mention_id FROM claimed UNION ALL SELECT mention_id FROM closed)
   SELECT coalesce(string_agg(${mentions.change}, ','), '') AS changes, (SELECT count(*) FROM best) > $most AS beyond
   FROM sent JOIN mentions m ON m.workspace_id = $1 AND m.mention_id = sent.mention_id`,
);
