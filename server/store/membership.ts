import { type MemberQuery, type MemberRow, membersPerPage, type standings } from "../../lib/schema/people.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { numbered } from "./claims.ts";
import { unheldStatus } from "./derived.ts";
import { iso } from "./mention-json.ts";
import { named } from "./statement.ts";

type Standing = (typeof standings)[number];

/** A member's place in the workspace, locked; no row for who is no longer one. */
export const lockStanding = named<{ workspaceId: string; memberId: string }, { role: Role; standing: Standing }>(
  "membership.lock",
  "SELECT role, standing FROM members WHERE workspace_id = $workspaceId AND member_id = $memberId AND standing <> 'removed' FOR NO KEY UPDATE",
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

export const putStanding = named<{ workspaceId: string; memberId: string; standing: Standing; revision: number }>(
  "membership.put_standing",
  "UPDATE members SET standing = $standing, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

export const putRole = named<{ workspaceId: string; memberId: string; role: Role; revision: number }>(
  "membership.put_role",
  "UPDATE members SET role = $role, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

export const putLevel = named<{ workspaceId: string; memberId: string; level: number; reason: string; revision: number }>(
  "membership.put_level",
  "UPDATE members SET level = $level, level_reason = $reason, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId",
);

/** What is left of who is no longer a member: a row without a name, to which what they wrote belongs. */
export const forgetMember = named<{ workspaceId: string; memberId: string; revision: number }>(
  "membership.forget",
  `UPDATE members SET standing = 'removed', name = '', level_reason = NULL, revision = $revision
   WHERE workspace_id = $workspaceId AND member_id = $memberId`,
);

/** Takes a former member's name out of what they said of posts' scores. No revision: devices hear of it by the member's own change. */
export const forgetNameInOverrules = named<{ workspaceId: string; memberId: string }>(
  "membership.forget_name_in_overrules",
  `UPDATE mentions SET overrules = (
     SELECT jsonb_agg(CASE WHEN said -> 'by' ->> 'id' = $memberId THEN jsonb_set(said, '{by,name}', '""') ELSE said END ORDER BY place)
     FROM jsonb_array_elements(overrules) WITH ORDINALITY AS each (said, place))
   WHERE workspace_id = $workspaceId AND overrules @> jsonb_build_array(jsonb_build_object('by', jsonb_build_object('id', $memberId::text)))`,
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

const rowJson = `json_build_object(
    'id', p.member_id, 'name', p.name, 'role', p.role, 'level', p.level, 'standing', p.standing, 'levelReason', p.level_reason,
    'joinedAt', ${iso("p.created_at")}, 'seenOn', to_char(p.seen_on, 'YYYY-MM-DD'), 'devices', p.devices, 'claims', p.claims,
    'languages', (SELECT coalesce(json_agg(DISTINCT language), '[]') FROM devices d, unnest(d.languages) AS language
      WHERE d.workspace_id = $1 AND d.member_id = p.member_id AND d.ended_at IS NULL),
    'answered', (SELECT count(*) FROM replies r WHERE r.workspace_id = $1 AND r.author = p.member_id AND r.author <> ''),
    'sentBack', (SELECT count(*) FROM reviews v WHERE v.workspace_id = $1 AND v.author = p.member_id AND v.verdict = 'rejected'))`;

/** In small letters of any script, and in an order that people know, whatever the database's own language is. */
const folded = (text: string): string => `lower(${text} COLLATE "und-x-icu")`;

/** Members with what they may be sorted by. */
const counted = (where: string): string => `
   SELECT p.*, coalesce(d.devices, 0) AS devices, d.seen_on, coalesce(c.claims, 0) AS claims FROM members p
   LEFT JOIN (SELECT member_id, count(*) FILTER (WHERE ended_at IS NULL) AS devices, max(seen_on) AS seen_on FROM devices
     WHERE workspace_id = $1 GROUP BY member_id) d ON d.member_id = p.member_id
   LEFT JOIN (SELECT holder, count(*) AS claims FROM mentions WHERE workspace_id = $1 AND status = 'claimed' GROUP BY holder) c ON c.holder = p.member_id
   WHERE p.workspace_id = $1 AND p.standing <> 'removed' AND ${where}`;

export const memberRow = named<{ workspaceId: string; memberId: string }, { row: MemberRow }>(
  "membership.row",
  `SELECT ${rowJson} AS row FROM (${counted("p.member_id = $memberId")}) p`,
);

/** A page of the members that fit, with how many there are; `search`: a part of the name. */
export const memberPage = named<
  { workspaceId: string; admins: readonly Role[] } & MemberQuery,
  { members: MemberRow[]; total: number; admins: number }
>(
  "membership.page",
  `WITH fitting AS MATERIALIZED (
     ${counted(`($search = '' OR strpos(${folded("p.name")}, ${folded("$search")}) > 0) AND p.role = coalesce($role, p.role) AND p.standing = coalesce($standing, p.standing)`)}
   ), page AS MATERIALIZED (
     SELECT *, row_number() OVER (ORDER BY
       CASE $order WHEN 'seen' THEN seen_on END DESC NULLS LAST, CASE $order WHEN 'joined' THEN created_at END DESC NULLS LAST,
       CASE $order WHEN 'claims' THEN claims END DESC NULLS LAST, ${folded("name")}, member_id) AS place
     FROM fitting ORDER BY place OFFSET $from LIMIT ${membersPerPage}
   )
   SELECT coalesce((SELECT json_agg(${rowJson} ORDER BY place) FROM page p), '[]') AS members, (SELECT count(*) FROM fitting) AS total,
     (SELECT count(*) FROM members WHERE workspace_id = $1 AND role = ANY ($admins::text[]) AND standing = 'active') AS admins`,
);
