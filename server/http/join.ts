import type { Context } from "hono";
import type { PoolClient } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { JoinRequest, type JoinResponse } from "../../lib/schema/wire.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { noteDecisions } from "../audit/note.ts";
import type { Deps } from "../deps.ts";
import { hashOf, newId, newToken, readCredential } from "../ids.ts";
import { nextRevision } from "../operations/call.ts";
import { freeLooks } from "../operations/naming.ts";
import { checkRoom } from "../operations/room.ts";
import { linkAccount } from "../store/forums.ts";
import { countUse, noteUse, takeInvitation } from "../store/invitations.ts";
import { insertDevice, insertMember, memberById, renewToken } from "../store/members.ts";
import { transaction } from "../store/pool.ts";
import { devicesOfMember, otherMembers } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import { workspaceById } from "../store/workspaces.ts";
import { askingNetwork } from "./address.ts";
import { readBody } from "./body.ts";

interface Joining {
  readonly code: string;
  readonly name: string;
  /** The device's browser and system. */
  readonly device?: string | undefined;
  readonly joinId?: string | undefined;
}

type Invited = Awaited<ReturnType<typeof taken>>;

/** The invitation of this code, locked. Wrong, used, revoked and expired ones fail alike, after the same work. */
async function taken(client: PoolClient, workspaceId: string, hash: Buffer, at: Date, joinHash: Buffer | null) {
  const invitation = await first(client, takeInvitation, { workspaceId, hash, at, joinHash });
  if (invitation === null) throw new FanswerError("invitation_invalid");
  return invitation;
}

/** What joining works with. */
interface Way {
  readonly client: PoolClient;
  readonly workspaceId: string;
  readonly at: Date;
  readonly invitation: Invited;
}

/** Makes the member; gives them and the revision. Throws `full`, `name_taken`. */
async function newMember({ client, workspaceId, at, invitation: { role, level } }: Way, name: string) {
  const member: Member = { id: newId(), name, role, level };
  const looks = await freeLooks(client, workspaceId, member.id, name);
  await checkRoom({ client, workspaceId }, mostOf.members, otherMembers, [[]]);
  const revision = await nextRevision(client, workspaceId);
  await all(client, insertMember, { workspaceId, ...member, looks, revision, at });
  return { member, revision };
}

/** The member whose further device the invitation is for. */
async function knownMember({ client, workspaceId }: Way, memberId: string) {
  const member = await first(client, memberById, { workspaceId, memberId });
  if (member === null) throw new FanswerError("invitation_invalid");
  await checkRoom({ client, workspaceId }, mostOf.devices, devicesOfMember, [memberId, []]);
  return { member, revision: null };
}

/** An account of the forum is one member, whatever it had in hand. */
async function link({ client, workspaceId, at }: Way, account: number, memberId: string): Promise<void> {
  if ((await first(client, linkAccount, { workspaceId, account, memberId, at })) === null) throw new FanswerError("invitation_invalid");
}

/** Uses the invitation: for a new member with one device, or for one more device of a member. */
async function admit(way: Way, { name, device = "" }: Joining, joinHash: Buffer | null) {
  const { client, workspaceId, at, invitation } = way;
  const { invitation_id: id, for_member: memberId, forum_account: account } = invitation;
  const { member, revision } = memberId === null ? await newMember(way, name) : await knownMember(way, memberId);
  if (account !== null && memberId === null) await link(way, account, member.id);
  const token = newToken(workspaceId);
  const deviceId = newId();
  await all(client, insertDevice, { workspaceId, hash: readCredential(token).hash, deviceId, memberId: member.id, label: device, at });
  await all(client, countUse, { workspaceId, id });
  await all(client, noteUse, { workspaceId, id, deviceId, joinHash, at });
  const action = memberId === null ? "join" : "device.add";
  const note = { id: newId(), member: member.id, action, subject: id, detail: { role: member.role } };
  await noteDecisions({ client, workspaceId, at }, [note]);
  return { token, deviceId, member, revision };
}

/** The answer never arrived: the device that joined gets a new token for the old one, which is stored as a hash only. */
async function answerAgain({ client, workspaceId, at }: Way, deviceId: string) {
  const token = newToken(workspaceId);
  const member = await first(client, renewToken, { workspaceId, deviceId, hash: readCredential(token).hash, at });
  if (member === null) throw new FanswerError("invitation_invalid");
  return { token, deviceId, member, revision: null };
}

async function join({ pool, now, wake }: Deps, joining: Joining): Promise<JoinResponse> {
  const { workspaceId, hash } = readCredential(joining.code.toLowerCase());
  const at = now();
  const joinHash = joining.joinId === undefined ? null : hashOf(joining.joinId);
  const { revision, ...response } = await transaction(pool, async (client) => {
    const invitation = await taken(client, workspaceId, hash, at, joinHash);
    const way: Way = { client, workspaceId, at, invitation };
    const { device_id: deviceId, languages } = invitation;
    const joined = deviceId === null ? await admit(way, joining, joinHash) : await answerAgain(way, deviceId);
    const workspace = await workspaceById(client, workspaceId);
    if (workspace === null) throw new FanswerError("invitation_invalid");
    return { ...joined, workspace, ...(languages.length > 0 && { languages }) };
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
