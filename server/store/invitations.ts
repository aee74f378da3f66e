import type { Role } from "../../lib/schema/workspace.ts";
import { statement } from "./statement.ts";

/**
 * workspace, invitation, code hash, role, created by, at, expires at.
 * Sent again by the same admin it gets a new code, as the old one may never have arrived; no row when it was used or differs.
 */
export const putInvitation = statement<[string, string, Buffer, Role, string | null, Date, Date], { expires_at: Date }>(
  "invitation.put",
  `INSERT INTO invitations AS i (workspace_id, invitation_id, code_hash, role, created_by, created_at, expires_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)
   ON CONFLICT (workspace_id, invitation_id) DO UPDATE SET code_hash = excluded.code_hash
   WHERE i.used_by IS NULL AND i.role = excluded.role AND i.created_by = excluded.created_by
   RETURNING expires_at`,
);

/** Takes the invitation's row: workspace, code hash, at. One statement whatever is wrong with the code. */
export const takeInvitation = statement<[string, Buffer, Date], { invitation_id: string; role: Role }>(
  "invitation.take",
  `SELECT invitation_id, role FROM invitations
   WHERE workspace_id = $1 AND code_hash = $2 AND used_by IS NULL AND expires_at > $3 FOR UPDATE`,
);

/** workspace, invitation, member */
export const useInvitation = statement<[string, string, string]>(
  "invitation.use",
  "UPDATE invitations SET used_by = $3 WHERE workspace_id = $1 AND invitation_id = $2",
);

/** Forgets the server's own invitations that nobody used. */
export const dropUnusedOfServer = statement<[string]>(
  "invitation.drop_unused_of_server",
  "DELETE FROM invitations WHERE workspace_id = $1 AND created_by IS NULL AND used_by IS NULL",
);
