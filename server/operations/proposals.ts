import { createHash } from "node:crypto";
import { FanswerError } from "../../lib/schema/errors.ts";
import { mayPropose } from "../../lib/schema/level-rules.ts";
import { mostOf } from "../../lib/schema/limits.ts";
import { putKnowledge } from "../store/lists.ts";
import { touchMember } from "../store/membership.ts";
import {
  answersOnRecord,
  lockProposal,
  openProposals,
  putProposal,
  settleProposal,
  waitingProposals,
  waitingProposalsOf,
} from "../store/proposals.ts";
import { otherItems } from "../store/room.ts";
import { all, first } from "../store/statement.ts";
import { type Handler, locked, type OperationCall } from "./call.ts";
import { datedBy } from "./knowledge.ts";
import { checkRoom } from "./room.ts";

/** What two answers have in common that say the same in the same words. */
const gist = (answer: string): string => answer.normalize("NFKC").toLowerCase().replace(/\s/gu, "");

/** Keeps what a member proposes until somebody decides; the same as another one, or as an answer on record, is known and is no second one. */
export const proposeItem: Handler<"knowledge.propose"> = async (call, { mentionId, item }) => {
  const { client, workspaceId, at, operationId, device } = call;
  const { id: memberId } = device.member;
  if (!mayPropose(device.member, device.levels)) throw new FanswerError("forbidden", "level");
  const { status } = await locked(call, mentionId);
  if (status !== "answered") throw new FanswerError("move_not_allowed", "not answered");
  const said = gist(item.answer);
  const onRecord = await all(client, answersOnRecord, { workspaceId, lang: item.lang });
  if (onRecord.some(({ answer }) => gist(answer) === said)) return { isKnown: true };
  await checkRoom(call, mostOf.proposals, waitingProposals, []);
  await checkRoom(call, mostOf.proposalsOfMember, waitingProposalsOf, [memberId]);
  const hash = createHash("sha256").update(`${item.lang} ${said}`).digest();
  const put = await first(client, putProposal, { workspaceId, id: operationId, memberId, mentionId, ...item, hash, at });
  if (put !== null) await all(client, touchMember, { workspaceId, memberId, revision: await call.raise() });
  return { isKnown: put === null };
};

export const listProposals: Handler<"proposal.list"> = async ({ client, workspaceId }) =>
  (await all(client, openProposals, { workspaceId, most: mostOf.proposals })).map(({ proposal }) => proposal);

/** A proposal that waits, locked; gives who proposed it. Throws `not_found` where it went with its member, `move_not_allowed` where somebody decided. */
async function waiting({ client, workspaceId }: OperationCall, proposalId: string): Promise<string> {
  const proposal = await first(client, lockProposal, { workspaceId, proposalId });
  if (proposal === null) throw new FanswerError("not_found");
  if (proposal.state !== "open") throw new FanswerError("move_not_allowed", proposal.state);
  return proposal.memberId;
}

export const acceptProposal: Handler<"proposal.accept"> = async (call, { proposalId, item: { kinds = [], validUntil, ...item } }) => {
  const { client, workspaceId, at } = call;
  const memberId = await waiting(call, proposalId);
  await checkRoom(call, mostOf.knowledge, otherItems, [[item.id]]);
  const own = { owner: memberId, proposed: true };
  await all(client, putKnowledge, { ...item, ...datedBy(validUntil), kinds, ...own, workspaceId, revision: await call.raise() });
  await all(client, settleProposal, { workspaceId, proposalId, state: "accepted", reason: null, note: "", at });
  await all(client, touchMember, { workspaceId, memberId, revision: await call.raise() });
  return null;
};

export const declineProposal: Handler<"proposal.decline"> = async (call, { proposalId, reason, note }) => {
  const { client, workspaceId, at } = call;
  const memberId = await waiting(call, proposalId);
  await all(client, settleProposal, { workspaceId, proposalId, state: "declined", reason, note, at });
  await all(client, touchMember, { workspaceId, memberId, revision: await call.raise() });
  return null;
};
