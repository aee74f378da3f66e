import { FanswerError } from "../../lib/schema/errors.ts";
import { can } from "../../lib/schema/roles.ts";
import { membersOf } from "../store/members.ts";
import { assignMention, type MentionRow, mergeMention } from "../store/mentions.ts";
import { all } from "../store/statement.ts";
import { type Handler, locked, ShownMention } from "./call.ts";
import { checkMove, statusAt } from "./rules.ts";

export const assign: Handler<"mention.assign"> = async (call, { mentionId, memberId }) => {
  const { client, device } = call;
  await locked(call, mentionId);
  const members = await all(client, membersOf, device.workspaceId);
  if (memberId !== null && !members.some(({ id, role }) => id === memberId && can({ role }, "assign"))) throw new FanswerError("not_found");
  await all(client, assignMention, device.workspaceId, mentionId, memberId, await call.raise());
  return new ShownMention(mentionId);
};

export const mergeMentions: Handler<"mention.merge"> = async (call, { mentionId, intoId }) => {
  if (mentionId === intoId) throw new FanswerError("move_not_allowed", "into itself");
  // Both are locked in one order, so that two merges that cross cannot wait for each other.
  const rows = new Map<string, MentionRow>();
  for (const id of [mentionId, intoId].toSorted()) rows.set(id, await locked(call, id));
  const [row, into] = [rows.get(mentionId), rows.get(intoId)];
  if (!row || !into) throw new FanswerError("not_found");
  if (into.merged_into !== null) throw new FanswerError("move_not_allowed", "into a merged one");
  checkMove(statusAt(row, call.at), "dismissed");
  await all(call.client, mergeMention, call.device.workspaceId, mentionId, intoId, await call.raise());
  return new ShownMention(mentionId);
};
