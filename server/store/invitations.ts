import type { BrandMark } from "../../lib/schema/brand.ts";
import type { OpenInvitation } from "../../lib/schema/invitations.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { StartLevel } from "../../lib/schema/workspace.ts";
import { managing } from "./members.ts";
import { iso, person } from "./mention-json.ts";
import { named, statement } from "./statement.ts";

/** What is kept of an invitation beside its code's hash. */
export interface InvitationFacts {
  readonly role: string;
  readonly level: StartLevel;
  readonly languages: readonly string[];
  readonly uses: number;
  readonly note: string;
  /** The member whose further device it lets in; null where it makes new members. */
  readonly forMember: string | null;
  /** The account of the forum that it is for; null: whoever has the code. */
  readonly forumAccount: number | null;
}

/** Sent again by the same member it gets a new code, as the old one may never have arrived; no row when it was used or differs. */
export const putInvitation = named<
  { workspaceId: string; id: string; hash: Buffer; createdBy: string | null; at: Date; expiresAt: Date } & InvitationFacts,
  { expires_at: Date }
>(
  "invitation.put",
  `INSERT INTO invitations AS i
     (workspace_id, invitation_id, code_hash, role, level, languages, uses, note, for_member, forum_account, created_by, created_at, expires_at)
   VALUES ($workspaceId, $id, $hash, $role, $level, $languages, $uses, $note, $forMember, $forumAccount, $createdBy, $at, $expiresAt)
   ON CONFLICT (workspace_id, invitation_id) DO UPDATE SET code_hash = excluded.code_hash
   WHERE i.used = 0 AND i.revoked_at IS NULL AND i.role = excluded.role AND i.level = excluded.level AND i.uses = excluded.uses
     AND i.for_member IS NOT DISTINCT FROM excluded.for_member AND i.created_by = excluded.created_by
   RETURNING expires_at`,
);

/** An invitation `i` may still be used by somebody. */
const isOpen = (at: string): string => `i.used < i.uses AND i.revoked_at IS NULL AND i.expires_at > ${at}`;

/**
 * Takes the invitation's row. One statement whatever is wrong with the code. One that is used up is given only to a device that used it, with that device.
 */
export const takeInvitation = named<
  { workspaceId: string; hash: Buffer; at: Date; joinHash: Buffer | null },
  {
    invitation_id: string;
    role: Role;
    level: StartLevel;
    languages: string[];
    for_member: string | null;
    forum_account: number | null;
    device_id: string | null;
  }
>(
  "invitation.take",
  `SELECT i.invitation_id, i.role, i.level, i.languages, i.for_member, i.forum_account, u.device_id FROM invitations i
   LEFT JOIN invitation_uses u ON u.workspace_id = i.workspace_id AND u.invitation_id = i.invitation_id AND u.join_hash = coalesce($joinHash::bytea, '')
   WHERE i.workspace_id = $workspaceId AND i.code_hash = $hash AND i.revoked_at IS NULL AND i.expires_at > $at
     AND (i.used < i.uses OR u.device_id IS NOT NULL)
   FOR UPDATE OF i`,
);

/** Whose community the invitation leads to; no row where nobody can join by it. One statement whatever is wrong with the code. */
export const whoseInvitation = named<
  { workspaceId: string; hash: Buffer; at: Date },
  { name: string; mark: BrandMark | null; forum: string | null }
>(
  "invitation.whose",
  `SELECT (SELECT w.name FROM workspaces w WHERE w.workspace_id = $workspaceId) AS name,
     (SELECT b.mark FROM brands b WHERE b.workspace_id = $workspaceId) AS mark,
     (SELECT f.name FROM forums f WHERE f.workspace_id = $workspaceId) AS forum
   FROM invitations i WHERE i.workspace_id = $workspaceId AND i.code_hash = $hash AND ${isOpen("$at")}`,
);

/** Which of these codes may still be used: workspace, code hashes, at. */
export const openInvitations = statement<[string, readonly Buffer[], Date], { code_hash: Buffer }>(
  "invitation.open",
  `SELECT i.code_hash FROM invitations i WHERE i.workspace_id = $1 AND i.code_hash = ANY ($2) AND ${isOpen("$3")}`,
);

/** One more joined by it. */
export const countUse = named<{ workspaceId: string; id: string }>(
  "invitation.count_use",
  "UPDATE invitations SET used = used + 1 WHERE workspace_id = $workspaceId AND invitation_id = $id",
);

/** Which device that was; `joinHash`: of the joining's id. */
export const noteUse = named<{ workspaceId: string; id: string; deviceId: string; joinHash: Buffer | null; at: Date }>(
  "invitation.note_use",
  "INSERT INTO invitation_uses (workspace_id, invitation_id, device_id, join_hash, at) VALUES ($workspaceId, $id, $deviceId, $joinHash, $at)",
);

/** Those that may still be used, the latest first; without what single accounts of the forum got for an hour. */
export const listInvitations = named<{ workspaceId: string; at: Date; most: number }, { invitation: OpenInvitation }>(
  "invitation.list",
  `SELECT json_build_object(
     'id', i.invitation_id, 'role', i.role, 'level', i.level, 'languages', i.languages, 'note', i.note, 'by', ${person("i.created_by")},
     'createdAt', ${iso("i.created_at")}, 'expiresAt', ${iso("i.expires_at")}, 'uses', i.uses, 'used', i.used,
     'forMember', ${person("i.for_member")}) AS invitation
   FROM invitations i WHERE i.workspace_id = $workspaceId AND i.forum_account IS NULL AND ${isOpen("$at")} ORDER BY i.created_at DESC, i.invitation_id LIMIT $most`,
);

/** Takes back one that may still be used; no row when there is none. */
export const revokeInvitation = named<{ workspaceId: string; id: string; at: Date }, { id: string }>(
  "invitation.revoke",
  `UPDATE invitations i SET revoked_at = $at WHERE i.workspace_id = $workspaceId AND i.invitation_id = $id AND ${isOpen("$at")}
   RETURNING i.invitation_id AS id`,
);

/** Takes back all that would let in a device of this member. */
export const revokeForMember = named<{ workspaceId: string; memberId: string; at: Date }>(
  "invitation.revoke_for_member",
  "UPDATE invitations SET revoked_at = $at WHERE workspace_id = $workspaceId AND for_member = $memberId AND revoked_at IS NULL",
);

/** Forgets which devices came in by which invitation before then: none asks for its answer again. */
export const forgetUses = named<{ workspaceId: string; before: Date }>(
  "invitation.forget_uses",
  "DELETE FROM invitation_uses WHERE workspace_id = $workspaceId AND at < $before",
);

/** Forgets those that expired unused by now, and used ones that expired before; the latter's uses must be forgotten. */
export const forgetExpired = named<{ workspaceId: string; now: Date; before: Date }>(
  "invitation.forget_expired",
  "DELETE FROM invitations WHERE workspace_id = $workspaceId AND (expires_at < $before OR used = 0 AND expires_at < $now)",
);

/** Forgets the server's own invitations of who would manage people that nobody used. */
export const dropUnusedOfServer = statement<[string]>(
  "invitation.drop_unused_of_server",
  `DELETE FROM invitations WHERE workspace_id = $1 AND created_by IS NULL AND used = 0 AND role IN (${managing})`,
);
