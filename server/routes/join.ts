import type { Context } from "hono";
import { FanswerError } from "../../lib/schema/errors.ts";
import { JoinRequest, type JoinResponse } from "../../lib/schema/wire.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import { newId, newToken, readCredential } from "../ids.ts";
import { nextRevision } from "../operations/call.ts";
import { takeInvitation, useInvitation } from "../store/invitations.ts";
import { insertDevice, insertMember } from "../store/members.ts";
import { addToAuditLog } from "../store/operations.ts";
import { all, first } from "../store/statement.ts";
import { workspaceById } from "../store/workspaces.ts";
import { readBody } from "./body.ts";

/** Uses up an invitation for a new member with one device. Wrong, used and expired ones fail alike, after the same work. */
async function join({ pool, now, wake }: Deps, code: string, name: string): Promise<JoinResponse> {
  const { workspaceId, hash } = readCredential(code.toLowerCase());
  const at = now();
  const { response, revision } = await transaction(pool, async (client) => {
    const invitation = await first(client, takeInvitation, workspaceId, hash, at);
    if (invitation === null) throw new FanswerError("invitation_invalid");
    const member: Member = { id: newId(), name, role: invitation.role, level: 0 };
    const token = newToken(workspaceId);
    const deviceId = newId();
    const raised = await nextRevision(client, workspaceId);
    await all(client, insertMember, workspaceId, member.id, name, member.role, raised, at);
    await all(client, insertDevice, workspaceId, readCredential(token).hash, deviceId, member.id, at);
    await all(client, useInvitation, workspaceId, invitation.invitation_id, member.id);
    const detail = JSON.stringify({ role: member.role });
    await all(client, addToAuditLog, workspaceId, at, [newId()], [member.id], ["join"], [invitation.invitation_id], [detail]);
    const workspace = await workspaceById(client, workspaceId);
    if (workspace === null) throw new FanswerError("invitation_invalid");
    return { response: { token, deviceId, member, workspace }, revision: raised };
  });
  wake.moved(workspaceId, revision);
  return response;
}

/** Who asks, as far as the socket says; behind a balancer that is the balancer. */
function addressOf(context: Context): string {
  const { incoming } = (context.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  return incoming?.socket?.remoteAddress ?? "";
}

/** `POST /v1/join`: JoinRequest in, JoinResponse out. */
export const joinRoute = (deps: Deps) => async (context: Context) => {
  const address = addressOf(context);
  if (deps.joins.isFull(address)) throw new FanswerError("too_many");
  const { code, name } = await readBody(context, JoinRequest);
  try {
    return context.json(await join(deps, code, name));
  } catch (thrown) {
    if (thrown instanceof FanswerError) deps.joins.count(address);
    throw thrown;
  }
};
