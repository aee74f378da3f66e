import { FanswerError } from "../../lib/schema/errors.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { can, type Role, rolesThat } from "../../lib/schema/roles.ts";
import { revokeForMember } from "../store/invitations.ts";
import {
  endDevice,
  endDevices,
  endPresence,
  forgetMember,
  forgetNameInOverrules,
  giveBack,
  lockHeld,
  lockStanding,
  memberPage,
  memberRow,
  otherDevices,
  othersWith,
  putLevel,
  putRole,
  putStanding,
  recallReviews,
  unassign,
} from "../store/membership.ts";
import { lockRoom } from "../store/room.ts";
import { all, first, one } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";

const managing = rolesThat("managePeople");

export const listPeople: Handler<"people.list"> = ({ client, workspaceId }, query) =>
  one(client, memberPage, { workspaceId, admins: managing, ...query });

async function rowOf({ client, workspaceId }: OperationCall, memberId: string): Promise<MemberRow> {
  return (await one(client, memberRow, { workspaceId, memberId })).row;
}

/** A member as they are, locked until the transaction ends. */
async function lockedMember({ client, workspaceId }: OperationCall, memberId: string) {
  const member = await first(client, lockStanding, { workspaceId, memberId });
  if (member === null) throw new FanswerError("not_found");
  return member;
}

/** Refuses what would leave nobody who manages people. Takes the workspace's lock: mentions are locked before it. */
async function checkOthers({ client, workspaceId }: OperationCall, memberId: string, { role }: { readonly role: Role }): Promise<void> {
  if (!can({ role }, "managePeople")) return;
  await all(client, lockRoom, workspaceId);
  const { count } = await one(client, othersWith, { workspaceId, memberId, roles: managing });
  if (count === 0) throw new FanswerError("last_admin");
}

/** The posts that a member holds, locked: before the workspace is. */
async function heldPosts({ client, workspaceId }: OperationCall, memberId: string): Promise<string[]> {
  return (await all(client, lockHeld, { workspaceId, memberId })).map(({ mention_id }) => mention_id);
}

/** What the member holds waits for others again, and what they wrote for it stays on it; nothing is theirs to take care of any more. */
async function letGoOf(call: OperationCall, memberId: string, mentionIds: readonly string[]): Promise<void> {
  const { client, workspaceId, at } = call;
  await all(client, recallReviews, { workspaceId, mentionIds });
  const given = await all(client, giveBack, { workspaceId, mentionIds, at });
  const unassigned = await all(client, unassign, { workspaceId, memberId });
  await all(client, endPresence, { workspaceId, memberId });
  for (const { revision } of [...given, ...unassigned]) call.moved(revision);
}

/** Takes a member off all posts and closes their sockets, unless they are the last one who manages people. */
async function standDown(call: OperationCall, memberId: string): Promise<void> {
  const member = await lockedMember(call, memberId);
  const held = await heldPosts(call, memberId);
  await checkOthers(call, memberId, member);
  await letGoOf(call, memberId, held);
  call.shutOut(memberId);
}

/** No device of the member is let in any more, nor is there a way in for a further one. */
async function endAllDevices({ client, workspaceId, at }: OperationCall, memberId: string): Promise<void> {
  await all(client, endDevices, { workspaceId, memberId, at });
  await all(client, revokeForMember, { workspaceId, memberId, at });
}

async function remove(call: OperationCall, memberId: string): Promise<null> {
  const { client, workspaceId } = call;
  await standDown(call, memberId);
  await endAllDevices(call, memberId);
  await all(client, forgetMember, { workspaceId, memberId, revision: await call.raise() });
  await all(client, forgetNameInOverrules, { workspaceId, memberId });
  return null;
}

export const removeMember: Handler<"member.remove"> = (call, { memberId }) => remove(call, memberId);

export const leaveWorkspace: Handler<"member.leave"> = (call) => remove(call, call.device.member.id);

async function putStandingOf(call: OperationCall, memberId: string, standing: MemberRow["standing"]): Promise<MemberRow> {
  const { client, workspaceId } = call;
  await all(client, putStanding, { workspaceId, memberId, standing, revision: await call.raise() });
  return rowOf(call, memberId);
}

export const pause: Handler<"member.pause"> = async (call, { memberId }) => {
  if ((await lockedMember(call, memberId)).standing === "paused") return rowOf(call, memberId);
  await standDown(call, memberId);
  return putStandingOf(call, memberId, "paused");
};

export const resume: Handler<"member.resume"> = async (call, { memberId }) => {
  await lockedMember(call, memberId);
  return putStandingOf(call, memberId, "active");
};

export const setRole: Handler<"member.set_role"> = async (call, { memberId, role }) => {
  const { client, workspaceId } = call;
  const member = await lockedMember(call, memberId);
  const loses = (["triage", "assign", "answer"] as const).some((ability) => can(member, ability) && !can({ role }, ability));
  const held = loses ? await heldPosts(call, memberId) : [];
  if (!can({ role }, "managePeople")) await checkOthers(call, memberId, member);
  if (loses) await letGoOf(call, memberId, held);
  await all(client, putRole, { workspaceId, memberId, role, revision: await call.raise() });
  return rowOf(call, memberId);
};

export const setLevel: Handler<"member.set_level"> = async (call, { memberId, level, reason }) => {
  const { client, workspaceId } = call;
  await lockedMember(call, memberId);
  await all(client, putLevel, { workspaceId, memberId, level, reason, revision: await call.raise() });
  return rowOf(call, memberId);
};

export const signOut: Handler<"member.sign_out"> = async (call, { memberId }) => {
  // Signed out everywhere, the last one who manages people could invite nobody.
  await standDown(call, memberId);
  await endAllDevices(call, memberId);
  return rowOf(call, memberId);
};

export const signOutDevice: Handler<"device.sign_out"> = async (call, { deviceId }) => {
  const { client, workspaceId, at, device } = call;
  const [memberId, id] = [device.member.id, deviceId ?? device.id];
  const member = await lockedMember(call, memberId);
  const { count } = await one(client, otherDevices, { workspaceId, memberId, deviceId: id });
  if (count === 0) await checkOthers(call, memberId, member);
  if ((await first(client, endDevice, { workspaceId, memberId, deviceId: id, at })) === null) throw new FanswerError("not_found");
  call.shutOut(memberId);
  return null;
};
