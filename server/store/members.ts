import type { OwnDevice } from "../../lib/schema/invitations.ts";
import type { LevelRules } from "../../lib/schema/level-rules.ts";
import { rolesThat } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { isStopped } from "./brake.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";
import { levelRules } from "./workspaces.ts";

export const insertMember = named<
  { workspaceId: string; id: string; name: string; role: string; level: number; revision: number; at: Date } & { looks: readonly string[] }
>(
  "member.insert",
  `INSERT INTO members (workspace_id, member_id, name, looks, role, level, revision, created_at)
   VALUES ($workspaceId, $id, $name, $looks, $role, $level, $revision, $at)`,
);

/** Members whose names nobody looked at yet: workspace. */
export const namesWithoutLooks = statement<[string], { member_id: string; name: string }>(
  "member.names_without_looks",
  "SELECT member_id, name FROM members WHERE workspace_id = $1 AND looks = '{}' AND standing <> 'removed'",
);

/** What the names of members look like; a member may come several times, with a look each. */
export const putLooks = named<{ workspaceId: string; members: readonly string[]; looks: readonly string[] }>(
  "member.put_looks",
  `UPDATE members m SET looks = seen.looks
   FROM (SELECT member_id, array_agg(look) AS looks FROM unnest($members::text[], $looks::text[]) AS each (member_id, look) GROUP BY member_id) seen
   WHERE m.workspace_id = $workspaceId AND m.member_id = seen.member_id`,
);

/** Another member whose name can be taken for one that looks so. */
export const whoLooksLike = named<{ workspaceId: string; memberId: string; looks: readonly string[] }, { member_id: string }>(
  "member.who_looks_like",
  `SELECT member_id FROM members
   WHERE workspace_id = $workspaceId AND looks && $looks::text[] AND member_id <> $memberId AND standing <> 'removed' LIMIT 1`,
);

export const insertDevice = named<{ workspaceId: string; hash: Buffer; deviceId: string; memberId: string; label: string; at: Date }>(
  "device.insert",
  `INSERT INTO devices (workspace_id, token_hash, device_id, member_id, label, created_at)
   VALUES ($workspaceId, $hash, $deviceId, $memberId, $label, $at)`,
);

/** Gives a device that is let in a new token; no row when it is not. */
export const renewToken = named<{ workspaceId: string; deviceId: string; hash: Buffer; at: Date }, Member>(
  "device.renew_token",
  `UPDATE devices d SET token_hash = $hash, token_at = $at, next_hash = NULL, next_salt = NULL FROM members m
   WHERE d.workspace_id = $workspaceId AND d.device_id = $deviceId AND d.ended_at IS NULL
     AND m.workspace_id = $workspaceId AND m.member_id = d.member_id AND m.standing <> 'removed'
   RETURNING m.member_id AS id, m.name, m.role, m.level`,
);

/** A member who is still one; no row for a former one. */
export const memberById = named<{ workspaceId: string; memberId: string }, Member>(
  "member.by_id",
  `SELECT member_id AS id, name, role, level FROM members
   WHERE workspace_id = $workspaceId AND member_id = $memberId AND standing <> 'removed'`,
);

/** A member's devices that are let in, the latest first; `here`: the one that asks. */
export const devicesOf = named<{ workspaceId: string; memberId: string; here: string; most: number }, { device: OwnDevice }>(
  "device.list",
  `SELECT json_build_object('id', device_id, 'label', label, 'addedAt', ${iso("created_at")}, 'seenOn', to_char(seen_on, 'YYYY-MM-DD'),
     'isThis', device_id = $here) AS device
   FROM devices WHERE workspace_id = $workspaceId AND member_id = $memberId AND ended_at IS NULL ORDER BY created_at DESC, device_id LIMIT $most`,
);

/** A device with its member, and where their workspace stands. */
export interface SignedInRow extends Member {
  readonly level_rules: LevelRules;
  /** The community of its workspace is stopped. */
  readonly stopped: boolean;
  readonly token_hash: Buffer;
  readonly device_id: string;
  /** Whether its member takes part. */
  readonly standing: "active" | "paused" | "removed";
  /** The device was signed out. */
  readonly ended: boolean;
  /** The day (UTC) on which it asked last, and what its member read then. */
  readonly seen_on: string | null;
  readonly languages: readonly string[];
  /** Whether its member wants alerts, and the hour that was counted last of when they are there. */
  readonly alerted: boolean;
  readonly hour_at: Date | null;
  /** Since when its token is used, and what the next one that it was offered comes from; null: it was offered none. */
  readonly token_at: Date;
  readonly next_salt: Buffer | null;
  readonly epoch: string;
  readonly counter: number;
  readonly lowest: number;
}

/** workspace, token hashes */
export const devicesByToken = statement<[string, readonly Buffer[]], SignedInRow>(
  "device.by_token",
  `SELECT d.token_hash, d.device_id, d.ended_at IS NOT NULL AS ended, d.seen_on::text, d.languages,
     coalesce(d.token_at, d.created_at) AS token_at, d.next_salt, m.standing, m.member_id AS id, m.name, m.role, m.level,
     m.alerts IS NOT NULL AS alerted, m.hour_at, w.epoch, w.counter, w.lowest, ${levelRules} AS level_rules, ${isStopped} AS stopped
   FROM devices d
   JOIN members m ON m.workspace_id = d.workspace_id AND m.member_id = d.member_id
   JOIN workspaces w ON w.workspace_id = d.workspace_id
   WHERE d.workspace_id = $1 AND d.token_hash = ANY ($2)`,
);

/** Offers a device the token of `nextHash`, which comes from `salt`, unless it was offered one before: gives what that comes from. No row for a token that is no longer used. */
export const offerToken = named<{ workspaceId: string; hash: Buffer; salt: Buffer; nextHash: Buffer }, { next_salt: Buffer }>(
  "device.offer_token",
  `UPDATE devices SET next_salt = coalesce(next_salt, $salt), next_hash = coalesce(next_hash, $nextHash)
   WHERE workspace_id = $workspaceId AND token_hash = $hash RETURNING next_salt`,
);

/** Tokens that were offered and are used for the first time: from now on they are the devices' only ones. */
export const takeUpTokens = named<{ workspaceId: string; hashes: readonly Buffer[]; at: Date }>(
  "device.take_up_tokens",
  `UPDATE devices SET token_hash = next_hash, token_at = $at, next_hash = NULL, next_salt = NULL
   WHERE workspace_id = $workspaceId AND next_hash = ANY ($hashes::bytea[])`,
);

export const membersOf = statement<[string], Member>(
  "member.list",
  "SELECT member_id AS id, name, role, level FROM members WHERE workspace_id = $1 AND standing = 'active' ORDER BY name, member_id",
);

export const renameMember = named<
  { workspaceId: string; memberId: string; name: string; looks: readonly string[]; revision: number },
  Member
>(
  "member.rename",
  `UPDATE members SET name = $name, looks = $looks, revision = $revision WHERE workspace_id = $workspaceId AND member_id = $memberId
   RETURNING member_id AS id, name, role, level`,
);

/** Lets one batch at a time count what these members hold: workspace, members. */
export const lockMembers = statement<[string, string[]]>(
  "member.lock",
  "SELECT FROM members WHERE workspace_id = $1 AND member_id = ANY ($2) ORDER BY member_id FOR NO KEY UPDATE",
);

/** The roles of those who manage people, as a list in SQL. */
export const managing = rolesThat("managePeople")
  .map((role) => `'${role}'`)
  .join(", ");

/** Whether anybody manages the people of a workspace. */
export const hasAdmin = statement<[string], { yes: boolean }>(
  "member.has_admin",
  `SELECT EXISTS (SELECT 1 FROM members WHERE workspace_id = $1 AND role IN (${managing}) AND standing = 'active') AS yes`,
);

const admins = `SELECT member_id FROM members WHERE workspace_id = $1 AND role IN (${managing})`;

/** Signs out all who manage the people of a workspace. */
export const signOutAdmins = named<{ workspaceId: string; at: Date }>(
  "member.sign_out_admins",
  `WITH parts AS (
     DELETE FROM keyword_parts WHERE workspace_id = $workspaceId
       AND device_id IN (SELECT device_id FROM devices WHERE workspace_id = $workspaceId AND member_id IN (${admins}))
   ), ways AS (UPDATE invitations SET revoked_at = $at WHERE workspace_id = $workspaceId AND for_member IN (${admins}) AND revoked_at IS NULL)
   UPDATE devices SET ended_at = $at WHERE workspace_id = $workspaceId AND member_id IN (${admins}) AND ended_at IS NULL`,
);
