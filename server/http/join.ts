import type { Context } from "hono";
import type { PoolClient } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { Role } from "../../lib/schema/roles.ts";
import { JoinRequest, type JoinResponse } from "../../lib/schema/wire.ts";
import type { Member, StartLevel } from "../../lib/schema/workspace.ts";
import type { Deps } from "../deps.ts";
import { hashOf, newId, newToken, readCredential } from "../ids.ts";
import { nextRevision } from "../operations/call.ts";
import { takeInvitation, useInvitation } from "../store/invitations.ts";
import { insertDevice, insertMember, renewToken } from "../store/members.ts";
import { addToAuditLog } from "../store/operations.ts";
import { transaction } from "../store/pool.ts";
import { all, first } from "../store/statement.ts";
import { workspaceById } from "../store/workspaces.ts";
import { askingNetwork } from "./address.ts";
import { readBody } from "./body.ts";

interface Joining {
  readonly code: string;
  readonly name: string;
  readonly joinId?: string | undefined;
}

type Invited = { readonly invitation_id: string; readonly role: Role; readonly level: StartLevel };

/** Makes the member and their first device; gives them and the revision. */
async function admit(client: PoolClient, workspaceId: string, at: Date, name: string, invitation: Invited) {
  const { role, level, invitation_id } = invitation;
  const member: Member = { id: newId(), name, role, level };
  const token = newToken(workspaceId);
  const deviceId = newId();
  const revision = await nextRevision(client, workspaceId);
  await all(client, insertMember, { workspaceId, ...member, level, revision, at });
  await all(client, insertDevice, workspaceId, readCredential(token).hash, deviceId, member.id, at);
  const detail = JSON.stringify({ role: member.role });
  const entry = { entries: [newId()], members: [member.id], actions: ["join"], subjects: [invitation_id], details: [detail] };
  await all(client, addToAuditLog, { workspaceId, at, ...entry });
  return { token, deviceId, member, revision };
}

/** The answer never arrived: the device that joined gets a new token for the old one, which is stored as a hash only. */
async function answerAgain(client: PoolClient, workspaceId: string, memberId: string) {
  const token = newToken(workspaceId);
  const renewed = await first(client, renewToken, workspaceId, memberId, readCredential(token).hash);
  if (renewed === null) throw new FanswerError("invitation_invalid");
  const { device_id: deviceId, ...member } = renewed;
  return { token, deviceId, member, revision: null };
}

/** Uses up an invitation for a new member with one device. Wrong, used and expired ones fail alike, after the same work. */
async function join({ pool, now, wake }: Deps, { code, name, joinId }: Joining): Promise<JoinResponse> {
  const { workspaceId, hash } = readCredential(code.toLowerCase());
  const at = now();
  const joinHash = joinId === undefined ? null : hashOf(joinId);
  const { revision, ...response } = await transaction(pool, async (client) => {
    const invitation = await first(client, takeInvitation, workspaceId, hash, at, joinHash);
    if (invitation === null) throw new FanswerError("invitation_invalid");
    const { used_by: usedBy, invitation_id: id } = invitation;
    const joined =
      usedBy === null ? await admit(client, workspaceId, at, name, invitation) : await answerAgain(client, workspaceId, usedBy);
    if (usedBy === null) await all(client, useInvitation, workspaceId, id, joined.member.id, joinHash);
    const workspace = await workspaceById(client, workspaceId);
    if (workspace === null) throw new FanswerError("invitation_invalid");
    return { ...joined, workspace };
  });
  if (revision !== null) wake.moved(workspaceId, revision);
  return response;
}

/** `POST /v1/join`: JoinRequest in, JoinResponse out. */
export const joinRoute = (deps: Deps) => async (context: Context) => {
  const address = askingNetwork(context, deps.trustedProxies);
  const joining = await readBody(context, JoinRequest).catch((thrown: unknown) => {
    throw deps.joins.take(address) ? thrown : new FanswerError("too_many");
  });
  const { workspaceId, hash } = readCredential(joining.code.toLowerCase());
  // Counted before the work. Whoever holds an invitation is let in however many wrong ones came from the same place.
  if (!deps.joins.take(`${workspaceId} ${address}`) && !(await deps.invited(workspaceId, hash))) throw new FanswerError("too_many");
  return context.json(await join(deps, joining));
};

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Join a workspace · Fanswer</title>
<h1>You are invited</h1>
<p>Copy the whole address of this page and paste it into Fanswer's welcome page, which opens when the extension is installed.</p>
</html>
`;

/** `GET /join`: what a browser shows behind an invitation. The code stands after the #, so it never comes here. */
export const joinPage = (context: Context) =>
  context.html(page, 200, {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
