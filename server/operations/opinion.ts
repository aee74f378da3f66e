import { FanswerError } from "../../lib/schema/errors.ts";
import type { Wish } from "../../lib/schema/mention.ts";
import { type MentionRow, moveMention, touchMention } from "../store/mentions.ts";
import { openOpinions, putOpinion, settleOpinions, withdrawOpinion } from "../store/opinions.ts";
import { recallReview } from "../store/reviews.ts";
import { all, first } from "../store/statement.ts";
import { type Handler, locked, type OperationCall, ShownMention } from "./call.ts";
import { isHeld, letGo } from "./rules.ts";

interface Said {
  readonly wish: Wish;
  /** The reason, or the line of staff; empty for bringing back. */
  readonly value: string;
  readonly note: string | null;
}

/** Whether nobody else has proposed the same for the post yet. */
export async function isFirst({ client, device }: OperationCall, { mention_id }: MentionRow, wish: Wish): Promise<boolean> {
  const open = await all(client, openOpinions, device.workspaceId, mention_id, wish);
  return open.every(({ member_id }) => member_id === device.member.id);
}

/**
 * Keeps what a newcomer would do with a post as a proposal. The post stays where it is; whoever held it holds it no more. Throws `move_not_allowed` when staff
 * declined just that before.
 */
export async function propose(call: OperationCall, row: MentionRow, { wish, value, note }: Said): Promise<ShownMention> {
  const { client, device, at } = call;
  const { workspaceId, member } = device;
  const kept = await first(client, putOpinion, { workspaceId, mentionId: row.mention_id, memberId: member.id, wish, value, note, at });
  if (kept === null) throw new FanswerError("move_not_allowed", "declined before");
  call.noteAs(`opinion.${wish}`);
  if (isHeld(row, at)) {
    await all(client, recallReview, workspaceId, row.mention_id);
    await all(client, moveMention, letGo(row, workspaceId, at, await call.raise()));
  } else await all(client, touchMention, workspaceId, row.mention_id, await call.raise());
  return new ShownMention(row.mention_id);
}

/** Takes back the caller's own open proposal; false when there is none. */
export async function withdraw(call: OperationCall, { mention_id }: MentionRow, wish: Wish): Promise<boolean> {
  const { client, device } = call;
  const gone = await first(client, withdrawOpinion, device.workspaceId, mention_id, device.member.id, wish);
  if (gone === null) return false;
  call.noteAs("opinion.withdrawn");
  await all(client, touchMention, device.workspaceId, mention_id, await call.raise());
  return true;
}

const settled = ({ workspaceId, member }: OperationCall["device"], mentionId: string, wish: Wish) => ({
  workspaceId,
  mentionId,
  wish,
  by: member.id,
});

/** What newcomers proposed is done now: their proposals count as right. */
export async function settleProposals({ client, device, at }: OperationCall, { mention_id }: MentionRow, wish: Wish): Promise<void> {
  await all(client, settleOpinions, { ...settled(device, mention_id, wish), from: "open", to: "taken", at });
}

/** Staff undid what was proposed and done: the proposals count as declined. */
export async function unsettleProposals({ client, device, at }: OperationCall, { mention_id }: MentionRow, wish: Wish): Promise<void> {
  await all(client, settleOpinions, { ...settled(device, mention_id, wish), from: "taken", to: "declined", at });
}

/** Staff declines what newcomers proposed for a post, or takes that refusal back. */
export const decline: Handler<"opinion.decline"> = async (call, { mentionId, wish, isDeclined }) => {
  const { client, device, at } = call;
  await locked(call, mentionId);
  const [from, to] = isDeclined ? (["open", "declined"] as const) : (["declined", "open"] as const);
  await all(client, settleOpinions, { ...settled(device, mentionId, wish), from, to, at });
  await all(client, touchMention, device.workspaceId, mentionId, await call.raise());
  return new ShownMention(mentionId);
};

/** The second member who said the same takes it back, so what the first one said waits as a proposal again. */
export async function reopenOpinions({ client, device, at }: OperationCall, { mention_id }: MentionRow, wish: Wish): Promise<void> {
  await all(client, settleOpinions, { ...settled(device, mention_id, wish), from: "taken", to: "open", at });
}
