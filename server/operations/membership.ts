import { FanswerError } from "../../lib/schema/errors.ts";
import { fallsAt } from "../../lib/schema/levels.ts";
import type { MemberRow } from "../../lib/schema/people.ts";
import { can, rolesThat, rolesToGive } from "../../lib/schema/roles.ts";
import { mayPause } from "../../lib/schema/trust.ts";
import type { Member } from "../../lib/schema/workspace.ts";
import { forgetBadgesOf } from "../store/badges.ts";
import { forgetCallsOf } from "../store/calls.ts";
import { forgetAccountOf } from "../store/forums.ts";
import { revokeForMember } from "../store/invitations.ts";
import { forgetItemUsesOf } from "../store/knowledge-uses.ts";
import { levelOf } from "../store/levels.ts";
import { disownVersions } from "../store/list-versions.ts";
import {
  endDevice,
  endDevices,
  endPresence,
  forgetMember,
  forgetNameInOverrules,
  lockHeld,
  lockStanding,
  memberPage,
  memberRow,
  otherDevices,
  othersWith,
  putAway,
  putLevel,
  putRole,
  putStanding,
  touchMember,
  unassign,
} from "../store/membership.ts";
import { forgetNearCopiesOf } from "../store/near-copies.ts";
import { forgetLinesOf } from "../store/points.ts";
import { disownItems, forgetProposalsOf } from "../store/proposals.ts";
import { lockRoom } from "../store/room.ts";
import { all, first, one } from "../store/statement.ts";
import type { Handler, OperationCall } from "./call.ts";
import { freeHeld } from "./free-held.ts";

const managing = rolesThat("managePeople");

export const listPeople: Handler<"people.list"> = async ({ client, workspaceId, device }, query) => {
  const page = await one(client, memberPage, { workspaceId, admins: managing, ...query });
  return { ...page, members: page.members.map((row) => shownTo(device.member, row)) };
};

/** Why somebody's level was set is for who manages people. */
const shownTo = (member: Member, row: MemberRow): MemberRow => (can(member, "managePeople") ? row : { ...row, levelReason: null });

async function rowOf({ client, workspaceId, device }: OperationCall, memberId: string): Promise<MemberRow> {
  return shownTo(device.member, (await one(client, memberRow, { workspaceId, memberId })).row);
}

/** A member as they are, locked until the transaction ends. */
async function lockedMember({ client, workspaceId }: OperationCall, memberId: string) {
  const member = await first(client, lockStanding, { workspaceId, memberId });
  if (member === null) throw new FanswerError("not_found");
  return member;
}

/** Refuses what would leave nobody who manages people. Takes the workspace's lock: mentions are locked before it. */
async function checkOthers({ client, workspaceId }: OperationCall, memberId: string, { role }: { readonly role: string }): Promise<void> {
  if (!can({ role }, "managePeople")) return;
  await all(client, lockRoom, workspaceId);
  const { count } = await one(client, othersWith, { workspaceId, memberId, roles: managing });
  if (count === 0) throw new FanswerError("last_admin");
}

/** The posts that a member holds, locked: before the workspace is. */
async function heldPosts({ client, workspaceId }: OperationCall, memberId: string): Promise<string[]> {
  return (await all(client, lockHeld, { workspaceId, memberId })).map(({ mention_id }) => mention_id);
}

/** What the member holds waits for others again, and what they wrote for it stays on it. */
async function giveUp(call: OperationCall, memberId: string, mentionIds: readonly string[]): Promise<void> {
  const { client, workspaceId, at } = call;
  const revision = await freeHeld(client, workspaceId, mentionIds, at);
  if (revision !== null) call.moved(revision);
  await all(client, endPresence, { workspaceId, memberId });
}

/** The same, and nothing is theirs to take care of any more. */
async function letGoOf(call: OperationCall, memberId: string, mentionIds: readonly string[]): Promise<void> {
  const { client, workspaceId } = call;
  await giveUp(call, memberId, mentionIds);
  for (const { revision } of await all(client, unassign, { workspaceId, memberId })) call.moved(revision);
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

/** Whoever has the list of people open asks for it again: which devices a member has is no part of their row. */
async function tellOthers(call: OperationCall, memberId: string): Promise<void> {
  await all(call.client, touchMember, { workspaceId: call.workspaceId, memberId, revision: await call.raise() });
}

async function remove(call: OperationCall, memberId: string): Promise<null> {
  const { client, workspaceId } = call;
  await standDown(call, memberId);
  await endAllDevices(call, memberId);
  await all(client, forgetMember, { workspaceId, memberId, revision: await call.raise() });
  await all(client, forgetNameInOverrules, { workspaceId, memberId });
  await all(client, forgetLinesOf, { workspaceId, memberId });
  await all(client, forgetBadgesOf, { workspaceId, memberId });
  await all(client, forgetCallsOf, { workspaceId, memberId });
  await all(client, forgetProposalsOf, { workspaceId, memberId });
  await all(client, forgetItemUsesOf, { workspaceId, memberId });
  await all(client, forgetNearCopiesOf, { workspaceId, memberId });
  await all(client, disownItems, { workspaceId, memberId });
  await all(client, disownVersions, { workspaceId, memberId });
  return null;
}

export const removeMember: Handler<"member.remove"> = (call, { memberId }) => remove(call, memberId);

export const leaveWorkspace: Handler<"member.leave"> = async (call) => {
  const memberId = call.device.member.id;
  await all(call.client, forgetAccountOf, { workspaceId: call.workspaceId, memberId });
  return remove(call, memberId);
};

async function putStandingOf(call: OperationCall, memberId: string, standing: MemberRow["standing"]): Promise<MemberRow> {
  const { client, workspaceId, device } = call;
  const pausedBy = standing === "paused" ? device.member.id : null;
  await all(client, putStanding, { workspaceId, memberId, standing, pausedBy, revision: await call.raise() });
  return rowOf(call, memberId);
}

export const pause: Handler<"member.pause"> = async (call, { memberId }) => {
  const member = await lockedMember(call, memberId);
  if (!mayPause(call.device.member, member)) throw new FanswerError("forbidden");
  if (member.standing === "paused") return rowOf(call, memberId);
  await standDown(call, memberId);
  return putStandingOf(call, memberId, "paused");
};

export const resume: Handler<"member.resume"> = async (call, { memberId }) => {
  const { member: by } = call.device;
  const member = await lockedMember(call, memberId);
  // Otherwise one who was paused for a reason would be back by the word of somebody who does not know it.
  if (!can(by, "managePeople") && member.standing === "paused" && member.paused_by !== by.id) throw new FanswerError("forbidden");
  if (!mayPause(by, member)) throw new FanswerError("forbidden");
  return putStandingOf(call, memberId, "active");
};

export const setRole: Handler<"member.set_role"> = async (call, { memberId, role }) => {
  const { client, workspaceId, device } = call;
  if (!rolesToGive(device.member).includes(role)) throw new FanswerError("forbidden");
  const member = await lockedMember(call, memberId);
  const loses = (["triage", "assign", "answer"] as const).some((ability) => can(member, ability) && !can({ role }, ability));
  const held = loses ? await heldPosts(call, memberId) : [];
  if (!can({ role }, "managePeople")) await checkOthers(call, memberId, member);
  if (loses) await letGoOf(call, memberId, held);
  await all(client, putRole, { workspaceId, memberId, role, revision: await call.raise() });
  return rowOf(call, memberId);
};

export const setLevel: Handler<"member.set_level"> = async (call, { memberId, level, reason }) => {
  const { client, workspaceId, device } = call;
  if (memberId === device.member.id) throw new FanswerError("forbidden", "own level");
  await lockedMember(call, memberId);
  await all(client, putLevel, { workspaceId, memberId, level, reason, revision: await call.raise() });
  return rowOf(call, memberId);
};

export const ownLevel: Handler<"member.own_level"> = async ({ client, workspaceId, device }) => {
  const { member } = device;
  const { level, by_hand, evidence, faltering_since, rater } = await one(client, levelOf, { workspaceId, memberId: member.id });
  const isGiven = by_hand || can(member, "answerUnread");
  return { level, isGiven, evidence, fallsAt: faltering_since && !isGiven ? fallsAt(faltering_since).toISOString() : null, rater };
};

export const signOut: Handler<"member.sign_out"> = async (call, { memberId }) => {
  // Signed out everywhere, the last one who manages people could invite nobody.
  await standDown(call, memberId);
  await endAllDevices(call, memberId);
  await tellOthers(call, memberId);
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
  await tellOthers(call, memberId);
  return null;
};

export const beginBreak: Handler<"away.begin"> = async (call, { until }) => {
  const { client, workspaceId, device } = call;
  const memberId = device.member.id;
  await giveUp(call, memberId, await heldPosts(call, memberId));
  await all(client, putAway, { workspaceId, memberId, until: until ?? "infinity", revision: await call.raise() });
  return null;
};

export const endBreak: Handler<"away.end"> = async ({ client, workspaceId, device, raise }) => {
  await all(client, putAway, { workspaceId, memberId: device.member.id, until: null, revision: await raise() });
  return null;
};
