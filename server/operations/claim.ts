import { FanswerError } from "../../lib/schema/errors.ts";
import { claimLimit } from "../../lib/schema/level-rules.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { countClaims, countGivenBack, grantClaim, heartbeatClaim, renewClaim } from "../store/claims.ts";
import { type MentionRow, moveMention } from "../store/mentions.ts";
import { recallReview } from "../store/reviews.ts";
import { all, one } from "../store/statement.ts";
import { type Handler, locked, type OperationCall, ShownMention } from "./call.ts";
import { checkFence, checkMove, checkRoute, isHeld, isHeldBack, letGo, silentSince, statusAt } from "./rules.ts";

async function grant(call: OperationCall, row: MentionRow): Promise<ShownMention> {
  const { client, device, at } = call;
  const { workspaceId, member, levels } = device;
  // Counted under the member's lock, so that two claims at once cannot both be the last one allowed.
  const { held, may_hold, is_stopped } = await one(client, countClaims, workspaceId, member.id, at, silentSince(at));
  // Asked again here, as a claim may have waited for its turn since its device was let in.
  if (isHeldBack({ member, isStopped: device.isStopped || is_stopped })) throw new FanswerError("community_stopped");
  if (!may_hold) throw new FanswerError("forbidden", "no longer");
  if (held >= claimLimit(member, levels)) throw new FanswerError("claim_limit");
  const revision = await call.raise();
  const expiresAt = new Date(at.getTime() + lease.lengthMs);
  await all(client, grantClaim, { workspaceId, mentionId: row.mention_id, holder: member.id, expiresAt, at, revision });
  return new ShownMention(row.mention_id);
}

export const take: Handler<"claim.take"> = async (call, { mentionId }) => {
  const row = await locked(call, mentionId);
  if (isHeld(row, call.at)) {
    if (row.holder === call.device.member.id) return new ShownMention(mentionId);
    throw new FanswerError("lease_held");
  }
  checkMove(statusAt(row, call.at), "claimed");
  checkRoute(call, row);
  return grant(call, row);
};

async function lockedAndHeld(call: OperationCall, mentionId: string, fence: number): Promise<MentionRow> {
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  if (!isHeld(row, call.at)) throw new FanswerError("lease_lost");
  return row;
}

export const heartbeat: Handler<"claim.heartbeat"> = async (call, { mentionId, fence }) => {
  await lockedAndHeld(call, mentionId, fence);
  await all(call.client, heartbeatClaim, call.device.workspaceId, mentionId, call.at);
  return new ShownMention(mentionId);
};

export const renew: Handler<"claim.renew"> = async (call, { mentionId, fence }) => {
  const row = await lockedAndHeld(call, mentionId, fence);
  if (row.renewals >= lease.renewals) throw new FanswerError("move_not_allowed", "renewed before");
  const end = new Date((row.claim_expires_at ?? call.at).getTime() + lease.lengthMs);
  await all(call.client, renewClaim, call.device.workspaceId, mentionId, end, call.at, await call.raise());
  return new ShownMention(mentionId);
};

export const release: Handler<"claim.release"> = async (call, { mentionId, fence }) => {
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  if (row.status === "claimed") {
    await all(call.client, recallReview, call.device.workspaceId, mentionId);
    await all(call.client, countGivenBack, call.device.workspaceId, mentionId);
    await all(call.client, moveMention, letGo(row, call.device.workspaceId, call.at, await call.raise()));
  }
  return new ShownMention(mentionId);
};
