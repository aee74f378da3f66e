import { mostCalls } from "../../lib/schema/alert-choices.ts";
import { type MemberQuery, type MemberRow, membersPerPage, type standings } from "../../lib/schema/people.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { newBadgesJson } from "./badges.ts";
import { callsJson } from "./calls.ts";
import { numbered } from "./claims.ts";
import { unheldStatus } from "./derived.ts";
import { iso } from "./mention-json.ts";
import { ownProposalsJson } from "./proposals.ts";
import { named } from "./statement.ts";

type Standing = (typeof standings)[number];

interface Locked {
  readonly role: string;
  readonly level: number;
  readonly standing: Standing;
  /** Who paused them. */
  readonly paused_by: string | null;
}

/** A member's place in the workspace, locked; no row for who is no longer one. */
export const lockStanding = named<{ workspaceId: string; memberId: string }, Locked>(
  "membership.lock",
  "SELECT role, level, standing, paused_by FROM members WHERE workspace_id = $workspaceId AND member_id = $memberId AND standing <> 'removed' FOR NO KEY UPDATE",
);

/** How many active members with a device that is let in have one of these roles, but for one. Asked under the workspace's lock, so that two who demote each other come one after the other. */
export const othersWith = named<{ workspaceId: string; memberId: string; roles: readonly Role[] }, { count: number }>(
  "membership.others_with",
  `SELECT count(*) AS count FROM members p
   WHERE p.workspace_id = $workspaceId AND p.member_id <> $memberId AND p.role = ANY ($roles::text[]) AND p.standing = 'active'
     AND EXISTS (SELECT FROM devices d WHERE d.workspace_id = $workspaceId AND d.member_id = p.member_id AND d.ended_at IS NULL)`,
);

/** Locks the posts that a member holds, in one order. */
export const lockHeld = named<{ workspaceId: string; memberId: string }, { mention_id: string }>(
  "membership.lock_held",
  "SELECT mention_id FROM mentions WHERE workspace_id = $workspaceId AND holder = $memberId AND status = 'claimed' ORDER BY mention_id FOR UPDATE",
);

/** Takes drafts of these posts back from the reviewers. */
export const recallReviews = named<{ workspaceId: string; mentionIds: readonly string[] }>(
  "membership.recall_reviews",
  `UPDATE drafts SET status = 'writing'
   WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[]) AND status = 'in_review'`,
);

/** Has these posts wait again as they did before somebody took them. Gives the workspace's new revision for each. */
export const giveBack = named<{ workspaceId: string; mentionIds: readonly string[]; at: Date }, { revision: number }>(
  "membership.give_back",
  `WITH held AS MATERIALIZED (SELECT mention_id FROM mentions WHERE workspace_id = $workspaceId AND mention_id = ANY ($mentionIds::text[])),
   ${numbered("held")}
   UPDATE mentions m SET status = ${unheldStatus}, waiting_since = $at, revision = counter.revision - counter.total + numbered.n
   FROM numbered, counter WHERE m.workspace_id = $workspaceId AND m.mention_id = numbered.mention_id
   RETURNING counter.revision`,
);

/** Nobody is asked any more to take care of what waits and was given to this member. Gives the workspace's new revision for each. */
export const unassign = named<{ workspaceId: string; memberId: string }, { revision: number }>(
  "membership.unassign",
  `WITH given AS MATERIALIZED (
     SELECT mention_id FROM mentions
     WHERE workspace_id = $workspaceId AND assignee = $memberId AND status IN ('open', 'claimed', 'escalated') ORDER BY mention_id FOR UPDATE
   ), ${numbered("given")}
   UPDATE mentions m SET assignee = NULL, revision = counter.revision - counter.total + numbered.n
   FROM numbered, counter WHERE m.workspace_id = $workspaceId AND m.mention_id = numbered.mention_id
   RETURNING counter.revision`,
);

export const putStanding = named<{ workspaceId: string; memberId: string; standing: Standing; pausedBy: string | null; revision: number }>(
  "membership.put_standing",
  "UPDATE members SET standing = $standing, paused_by = $pausedBy, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** Until when a member takes a break, or "infinity"; null: they are there. */
export const putAway = named<{ workspaceId: string; memberId: string; until: string | null; revision: number }>(
  "membership.put_away",
  "UPDATE members SET away_until = $until::timestamptz, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** What a member says of themselves. */
export const putProfile = named<{
  workspaceId: string;
  memberId: string;
  languages: readonly string[] | null;
  topics: readonly string[];
  revision: number;
}>(
  "membership.put_profile",
  `UPDATE members SET languages = $languages, topics = $topics, revision = $revision
   WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

export const putRole = named<{ workspaceId: string; memberId: string; role: Role; revision: number }>(
  "membership.put_role",
  "UPDATE members SET role = $role, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

export const putLevel = named<{ workspaceId: string; memberId: string; level: number; reason: string | null; revision: number }>(
  "membership.put_level",
  `UPDATE members SET level = $level, level_reason = $reason, faltering_since = NULL, revision = $revision
   WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** What is left of who is no longer a member: a row without a name, to which what they wrote belongs. */
export const forgetMember = named<{ workspaceId: string; memberId: string; revision: number }>(
  "membership.forget",
  `UPDATE members SET standing = 'removed', paused_by = NULL, name = '', looks = '{}', languages = NULL, topics = '{}', away_until = NULL,
     level_reason = NULL, alerts = NULL, hours = NULL, hour_at = NULL, on_board = false, revision = $revision
   WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** Takes a former member's name out of what they said of posts' scores. Only posts with such a word are looked at (the index `mentions_overruled`), which are few. No revision: devices hear of it by the member's own change. */
export const forgetNameInOverrules = named<{ workspaceId: string; memberId: string }>(
  "membership.forget_name_in_overrules",
  `UPDATE mentions SET overrules = (
     SELECT jsonb_agg(CASE WHEN said -> 'by' ->> 'id' = $memberId THEN jsonb_set(said, '{by,name}', '""') ELSE said END ORDER BY place)
     FROM jsonb_array_elements(overrules) WITH ORDINALITY AS each (said, place))
   WHERE workspace_id = $workspaceId AND overrules <> '[]' AND overrules @> jsonb_build_array(jsonb_build_object('by', jsonb_build_object('id', $memberId::text)))`,
);

/** Refuses a member's devices from now on. */
export const endDevices = named<{ workspaceId: string; memberId: string; at: Date }>(
  "membership.end_devices",
  `WITH parts AS (
     DELETE FROM keyword_parts WHERE workspace_id = $workspaceId
       AND device_id IN (SELECT device_id FROM devices WHERE workspace_id = $workspaceId AND member_id = $memberId)
   )
   UPDATE devices SET ended_at = $at WHERE workspace_id = $workspaceId AND member_id = $memberId AND ended_at IS NULL`,
);

/** What the list of people says of a member moved, and nothing of their row. */
export const touchMember = named<{ workspaceId: string; memberId: string; revision: number }>(
  "membership.touch",
  "UPDATE members SET revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** How many other devices a member has that are let in. */
export const otherDevices = named<{ workspaceId: string; memberId: string; deviceId: string }, { count: number }>(
  "membership.other_devices",
  `SELECT count(*) AS count FROM devices
   WHERE workspace_id = $workspaceId AND member_id = $memberId AND device_id <> $deviceId AND ended_at IS NULL`,
);

/** Refuses one of a member's devices from now on; no row when it is none that is let in. */
export const endDevice = named<{ workspaceId: string; memberId: string; deviceId: string; at: Date }, { id: string }>(
  "membership.end_device",
  `WITH parts AS (DELETE FROM keyword_parts WHERE workspace_id = $workspaceId AND device_id = $deviceId)
   UPDATE devices SET ended_at = $at
   WHERE workspace_id = $workspaceId AND member_id = $memberId AND device_id = $deviceId AND ended_at IS NULL RETURNING device_id AS id`,
);

/** A member looks at nothing any more. */
export const endPresence = named<{ workspaceId: string; memberId: string }>(
  "membership.end_presence",
  "DELETE FROM presence WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** The device asked for something on this day, and its member reads these languages. */
export const noteSeen = named<{ workspaceId: string; deviceId: string; day: string; languages: readonly string[] }>(
  "membership.note_seen",
  "UPDATE devices SET seen_on = $day::date, languages = $languages WHERE workspace_id = $workspaceId AND device_id = $deviceId",
);

/** Forgets devices that were signed out before. */
export const forgetEndedDevices = named<{ workspaceId: string; before: Date }>(
  "membership.forget_ended_devices",
  "DELETE FROM devices WHERE workspace_id = $workspaceId AND ended_at < $before",
);

/** A member's break as the wire has it, also one that is over. */
const awayJson = (member: string): string => `CASE WHEN ${member}.away_until IS NOT NULL THEN json_build_object('until',
    CASE WHEN ${member}.away_until < 'infinity' THEN ${iso(`${member}.away_until`)} END) END`;

/** What a member says of themselves. */
export const profileJson = (member: string): string =>
  `json_build_object('languages', ${member}.languages, 'topics', ${member}.topics, 'away', ${awayJson(member)},
     'alerts', ${member}.alerts, 'proposals', ${ownProposalsJson(member)}, 'calls', ${callsJson(member, mostCalls)},
     'newBadges', ${newBadgesJson(member)})`;

const rowJson = `json_build_object(
    'id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level, 'standing', p.standing, 'levelReason', p.level_reason,
    'evidence', p.evidence,
    'joinedAt', ${iso("p.created_at")}, 'seenOn', to_char(p.seen_on, 'YYYY-MM-DD'), 'devices', p.devices, 'claims', p.claims,
    'languages', coalesce(to_json(p.languages), (SELECT coalesce(json_agg(DISTINCT language), '[]') FROM devices d, unnest(d.languages) AS language
      WHERE d.workspace_id = $1 AND d.member_id = p.member_id AND d.ended_at IS NULL)),
    'topics', p.topics, 'away', ${awayJson("p")},
    'answered', (SELECT count(*) FROM replies r WHERE r.workspace_id = $1 AND r.author = p.member_id AND r.author <> ''),
    'sentBack', (SELECT count(*) FROM reviews v WHERE v.workspace_id = $1 AND v.author = p.member_id AND v.verdict = 'rejected'))`;

/** In small letters of any script, and in an order that people know, whatever the database's own language is. */
const folded = (text: string): string => `lower(${text} COLLATE "und-x-icu")`;

/** Members with what is counted of each; `whose`: which ids, as a comparison. */
const counted = (whose: string): string => `
   SELECT p.*, coalesce(d.devices, 0) AS devices, d.seen_on, coalesce(c.claims, 0) AS claims FROM members p
   LEFT JOIN (SELECT member_id, count(*) FILTER (WHERE ended_at IS NULL) AS devices, max(seen_on) AS seen_on FROM devices
     WHERE workspace_id = $1 AND member_id ${whose} GROUP BY member_id) d ON d.member_id = p.member_id
   LEFT JOIN (SELECT holder, count(*) AS claims FROM mentions WHERE workspace_id = $1 AND status = 'claimed' AND holder ${whose} GROUP BY holder) c
     ON c.holder = p.member_id
   WHERE p.workspace_id = $1 AND p.standing <> 'removed' AND p.member_id ${whose}`;

export const memberRow = named<{ workspaceId: string; memberId: string }, { row: MemberRow }>(
  "membership.row",
  `SELECT ${rowJson} AS row FROM (${counted("= $memberId")}) p`,
);

/**
 * A page of the members that fit, with how many there are; `search`: a part of the name. Of all that fit only what they are sorted by is looked up, the rest
 * for those of the page.
 */
export const memberPage = named<
  { workspaceId: string; admins: readonly Role[] } & MemberQuery,
  { members: MemberRow[]; total: number; admins: number }
>(
  "membership.page",
  `WITH fitting AS MATERIALIZED (
     SELECT p.member_id, ${folded("p.name")} AS name,
       CASE WHEN $order = 'joined' THEN extract(epoch FROM p.created_at) WHEN $order = 'seen' THEN extract(epoch FROM s.seen_on) WHEN $order = 'claims' THEN c.claims END AS first
     FROM members p
     LEFT JOIN (SELECT member_id, max(seen_on) AS seen_on FROM devices WHERE workspace_id = $1 AND $order = 'seen' GROUP BY member_id) s
       ON s.member_id = p.member_id
     LEFT JOIN (SELECT holder, count(*) AS claims FROM mentions WHERE workspace_id = $1 AND status = 'claimed' AND $order = 'claims' GROUP BY holder) c
       ON c.holder = p.member_id
     WHERE p.workspace_id = $1 AND p.standing <> 'removed' AND ($search = '' OR strpos(${folded("p.name")}, ${folded("$search")}) > 0)
       AND p.role = coalesce($role, p.role) AND p.standing = coalesce($standing, p.standing)
   ), page AS MATERIALIZED (
     SELECT member_id, row_number() OVER () AS place
     FROM (SELECT member_id FROM fitting ORDER BY first DESC NULLS LAST, name, member_id OFFSET $from LIMIT ${membersPerPage}) one
   )
   SELECT coalesce((SELECT json_agg(${rowJson} ORDER BY place) FROM (${counted("= ANY (ARRAY(SELECT member_id FROM page))")}) p
       JOIN page ON page.member_id = p.member_id), '[]') AS members, (SELECT count(*) FROM fitting) AS total,
     (SELECT count(*) FROM members WHERE workspace_id = $1 AND role = ANY ($admins::text[]) AND standing = 'active') AS admins`,
);
