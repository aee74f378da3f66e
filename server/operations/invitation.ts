import { FanswerError } from "../../lib/schema/errors.ts";
import { deviceCodeMinutes, invitationBounds } from "../../lib/schema/invitations.ts";
import { primaryLanguage } from "../../lib/schema/language.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { mayAllOf, rolesToGive } from "../../lib/schema/roles.ts";
import type { Invitation } from "../../lib/schema/workspace.ts";
import { hashOf, newCode, readCredential } from "../ids.ts";
import { type InvitationFacts, listInvitations, putInvitation, revokeInvitation } from "../store/invitations.ts";
import { devicesOf, memberById } from "../store/members.ts";
import { otherInvitations, otherMembers } from "../store/room.ts";
import { all, first, type Queryable } from "../store/statement.ts";
import { type Handler, type OperationCall, operatorId } from "./call.ts";
import { checkRoom } from "./room.ts";

const minuteMs = 60_000;
const weekMs = invitationBounds.hours.usual * 60 * minuteMs;

/** What an invitation is where nothing else is said: for one, who becomes a newcomer. */
const usual: Omit<InvitationFacts, "role"> = { level: 0, languages: [], uses: 1, note: "", forMember: null, forumAccount: null };

interface Way extends Partial<Omit<InvitationFacts, "role">> {
  readonly role: InvitationFacts["role"];
  readonly workspaceId: string;
  readonly id: string;
  /** Member who made it; null for the server. */
  readonly createdBy: string | null;
  /** A week when left out. */
  readonly lifeMs?: number;
}

/** Makes an invitation. The code stands behind the `#` of the link, which no browser sends to a server. */
export async function invite(on: Queryable, publicUrl: string, at: Date, { lifeMs = weekMs, ...way }: Way): Promise<Invitation> {
  const code = newCode(way.workspaceId);
  const expiresAt = new Date(at.getTime() + lifeMs);
  const row = await first(on, putInvitation, { ...usual, ...way, hash: readCredential(code).hash, at, expiresAt });
  if (row === null) throw new FanswerError("operation_reused");
  // The page behind it opens in the first of them that it speaks.
  const tags = (way.languages ?? []).flatMap((tag) => primaryLanguage(tag) ?? []);
  const asked = tags.length === 0 ? "" : `?lang=${[...new Set(tags)].join(",")}`;
  return { link: `${publicUrl}/join${asked}#${code}`, code, role: way.role, expiresAt: row.expires_at.toISOString() };
}

/** As the operation `call`: sent again it is the same invitation, with a new code. */
async function inviteBy(call: OperationCall, way: Omit<Way, "workspaceId" | "id" | "createdBy">): Promise<Invitation> {
  const { workspaceId, member, id: deviceId } = call.device;
  const id = hashOf(`${deviceId} ${call.operationId}`).toString("hex").slice(0, 32);
  await checkRoom(call, mostOf.invitations, otherInvitations, [[id]]);
  return invite(call.client, call.publicUrl, call.at, { ...way, workspaceId, id, createdBy: member.id === operatorId ? null : member.id });
}

export const createInvitation: Handler<"invitation.create"> = async (call, args) => {
  if (!rolesToGive(call.device.member).includes(args.role)) throw new FanswerError("forbidden");
  const { role, level = usual.level, languages = usual.languages, uses = usual.uses, note = usual.note } = args;
  // Each invitation that is out may still make a member.
  await checkRoom(call, mostOf.members - mostOf.invitations, otherMembers, [[]]);
  const lifeMs = (args.hours ?? invitationBounds.hours.usual) * 60 * minuteMs;
  return inviteBy(call, { role, level, languages, uses, note, lifeMs });
};

/** A way in for a further device of a member. */
async function inviteDevice(call: OperationCall, memberId: string, lifeMs: number): Promise<Invitation> {
  const member = await first(call.client, memberById, { workspaceId: call.workspaceId, memberId });
  if (member === null) throw new FanswerError("not_found");
  if (!mayAllOf(call.device.member, member.role)) throw new FanswerError("forbidden");
  return inviteBy(call, { role: member.role, forMember: memberId, lifeMs });
}

export const inviteAgain: Handler<"member.invite_again"> = (call, { memberId }) => inviteDevice(call, memberId, weekMs);

export const inviteOwnDevice: Handler<"device.invite"> = (call) => inviteDevice(call, call.device.member.id, deviceCodeMinutes * minuteMs);

export const listOpen: Handler<"invitation.list"> = async ({ client, workspaceId, at }) =>
  (await all(client, listInvitations, { workspaceId, at, most: mostOf.invitations })).map(({ invitation }) => invitation);

export const revoke: Handler<"invitation.revoke"> = async ({ client, workspaceId, at }, { id }) => {
  if ((await first(client, revokeInvitation, { workspaceId, id, at })) === null) throw new FanswerError("not_found");
  return null;
};

export const listDevices: Handler<"device.list"> = async ({ client, workspaceId, device }) => {
  const rows = await all(client, devicesOf, { workspaceId, memberId: device.member.id, here: device.id, most: mostOf.devices });
  return rows.map((row) => row.device);
};
