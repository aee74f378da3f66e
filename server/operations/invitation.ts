import { FanswerError } from "../../lib/schema/errors.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import type { Role } from "../../lib/schema/roles.ts";
import type { Invitation, StartLevel } from "../../lib/schema/workspace.ts";
import { hashOf, newCode, readCredential } from "../ids.ts";
import { putInvitation } from "../store/invitations.ts";
import { otherInvitations, otherMembers } from "../store/room.ts";
import { first, type Queryable } from "../store/statement.ts";
import type { Handler } from "./call.ts";
import { checkRoom } from "./room.ts";

const lifeMs = 7 * 24 * 60 * 60_000;

interface NewInvitation {
  readonly workspaceId: string;
  readonly id: string;
  readonly role: Role;
  /** 0 when left out. */
  readonly level?: StartLevel | undefined;
  /** Member who made it; null for the server. */
  readonly createdBy: string | null;
}

/** Makes an invitation. The code stands behind the `#` of the link, which no browser sends to a server. */
export async function invite(
  on: Queryable,
  publicUrl: string,
  at: Date,
  { workspaceId, id, role, level = 0, createdBy }: NewInvitation,
): Promise<Invitation> {
  const code = newCode(workspaceId);
  const expiresAt = new Date(at.getTime() + lifeMs);
  const { hash } = readCredential(code);
  const row = await first(on, putInvitation, { workspaceId, id, hash, role, level, createdBy, at, expiresAt });
  if (row === null) throw new FanswerError("operation_reused");
  return { link: `${publicUrl}/join#${code}`, code, role, expiresAt: row.expires_at.toISOString() };
}

export const createInvitation: Handler<"invitation.create"> = async (call, { role, level }) => {
  const { workspaceId, member, id: deviceId } = call.device;
  const id = hashOf(`${deviceId} ${call.operationId}`).toString("hex").slice(0, 32);
  await checkRoom(call, mostOf.invitations, otherInvitations, [[id]]);
  // Each invitation that is out may still make a member.
  await checkRoom(call, mostOf.members - mostOf.invitations, otherMembers, [[]]);
  return invite(call.client, call.publicUrl, call.at, { workspaceId, id, role, level, createdBy: member.id });
};
