import type { Role } from "../../lib/schema/roles.ts";
import type { StartLevel } from "../../lib/schema/workspace.ts";
import { named, statement } from "./statement.ts";

/** Sent again by the same admin it gets a new code, as the old one may never have arrived; no row when it was used or differs. */
export const putInvitation = named<
  { workspaceId: string; id: string; hash: Buffer; role: Role; level: StartLevel; createdBy: string | null; at: Date; expiresAt: Date },
  { expires_at: Date }
>(
  "invitation.put",
  `INSERT INTO invitations AS i (workspace_id, invitation_id, code_hash, role, level, created_by, created_at, expires_at)
   VALUES ($workspaceId, $id, $hash, $role, $level, $createdBy, $at, $expiresAt)
   ON CONFLICT (workspace_id, invitation_id) DO UPDATE SET code_hash = excluded.code_hash
   WHERE i.used_by IS NULL AND i.role = excluded.role AND i.level = excluded.level AND i.created_by = excluded.created_by
   RETURNING expires_at`,
);

/**
 * Takes the invitation's row: workspace, code hash, at, hash of the joining's id. One statement whatever is wrong with the code. A used
 * one is given only to the device that used it, with the member it became.
 */
export const takeInvitation = statement<
  [string, Buffer, Date, Buffer | null],
  { invitation_id: string; role: Role; level: StartLevel; used_by: string | null }
>(
  "invitation.take",
  `SELECT invitation_id, role, level, used_by FROM invitations
   WHERE workspace_id = $1 AND code_hash = $2 AND expires_at > $3 AND (used_by IS NULL OR join_hash = $4) FOR UPDATE`,
);

/** Which of these codes nobody used yet: workspace, code hashes, at. */
export const openInvitations = statement<[string, readonly Buffer[], Date], { code_hash: Buffer }>(
  "invitation.open",
  "SELECT code_hash FROM invitations WHERE workspace_id = $1 AND code_hash = ANY ($2) AND expires_at > $3 AND used_by IS NULL",
);

/** workspace, invitation, member, hash of the joining's id */
export const useInvitation = statement<[string, string, string, Buffer | null]>(
  "invitation.use",
  "UPDATE invitations SET used_by = $3, join_hash = $4 WHERE workspace_id = $1 AND invitation_id = $2",
);

/** Forgets those that expired unused: workspace, before. */
export const forgetExpired = statement<[string, Date]>(
  "invitation.forget_expired",
  "DELETE FROM invitations WHERE workspace_id = $1 AND used_by IS NULL AND expires_at < $2",
);

/** Forgets the server's own invitations of admins that nobody used. */
export const dropUnusedOfServer = statement<[string]>(
  "invitation.drop_unused_of_server",
  "DELETE FROM invitations WHERE workspace_id = $1 AND created_by IS NULL AND used_by IS NULL AND role = 'admin'",
);
