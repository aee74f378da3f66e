import type { OwnDevice } from "../../lib/schema/invitations.ts";
import { type Role, rolesThat } from "../../lib/schema/roles.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { iso } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

export const insertMember = named<{ workspaceId: string; id: string; name: string; role: Role; level: number; revision: number; at: Date }>(
  "member.insert",
  "INSERT INTO members (workspace_id, member_id, name, role, level, revision, created_at) VALUES ($workspaceId, $id, $name, $role, $level, $revision, $at)",
);

export const insertDevice = named<{ workspaceId: string; hash: Buffer; deviceId: string; memberId: string; label: string; at: Date }>(
  "device.insert",
  `INSERT INTO devices (workspace_id, token_hash, device_id, member_id, label, created_at)
   VALUES ($workspaceId, $hash, $deviceId, $memberId, $label, $at)`,
);

/** Gives a device that is let in a new token; no row when it is not. */
export const renewToken = named<{ workspaceId: string; deviceId: string; hash: Buffer }, Member>(
  "device.renew_token",
  `UPDATE devices d SET token_hash = $hash FROM members m
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
  readonly token_hash: Buffer;
  readonly device_id: string;
  /** Whether its member takes part. */
  readonly standing: "active" | "paused" | "removed";
  /** The device was signed out. */
  readonly ended: boolean;
  /** The day (UTC) on which it asked last, and what its member read then. */
  readonly seen_on: string | null;
  readonly languages: readonly string[];
  readonly epoch: string;
  readonly counter: number;
  readonly lowest: number;
}

/** workspace, token hashes */
export const devicesByToken = statement<[string, readonly Buffer[]], SignedInRow>(
  "device.by_token",
  `SELECT d.token_hash, d.device_id, d.ended_at IS NOT NULL AS ended, d.seen_on::text, d.languages, m.standing, m.member_id AS id, m.name, m.role, m.level, w.epoch, w.counter, w.lowest
   FROM devices d
   JOIN members m ON m.workspace_id = d.workspace_id AND m.member_id = d.member_id
   JOIN workspaces w ON w.workspace_id = d.workspace_id
   WHERE d.workspace_id = $1 AND d.token_hash = ANY ($2)`,
);

export const membersOf = statement<[string], Member>(
  "member.list",
  "SELECT member_id AS id, name, role, level FROM members WHERE workspace_id = $1 AND standing = 'active' ORDER BY name, member_id",
);

/** workspace, member, name, revision */
export const renameMember = statement<[string, string, string, number], Member>(
  "member.rename",
  `UPDATE members SET name = $3, revision = $4 WHERE workspace_id = $1 AND member_id = $2
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
