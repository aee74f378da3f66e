import { FanswerError } from "../../lib/schema/errors.ts";
import { lease } from "../../lib/schema/lifecycle.ts";
import { lineIn } from "../../lib/suggest/disclosure.ts";
import { retold } from "../../lib/suggest/retell.ts";
import { storedDraft } from "../store/drafts.ts";
import { lockDecision } from "../store/near-copies.ts";
import { all, first } from "../store/statement.ts";
import { workspaceForReplies } from "../store/workspaces.ts";
import { checkApproved } from "./answer.ts";
import { type Handler, locked, present } from "./call.ts";
import { keepPieces, refuseNearCopy } from "./near-copies.ts";
import { checkFence, isHeld, isHeldBack } from "./rules.ts";

/** For how long a reply that was let through, and of which nothing more was heard, stands in the way of its like. */
const reservedMs = 2 * lease.lengthMs;

/**
 * The server's yes to placing a reply in the site's box. What is let through counts as a reply from then on: two who were offered the same words at the same
 * moment do not both post them.
 */
export const letReplyThrough: Handler<"reply.place"> = async (call, { mentionId, fence, text }) => {
  const { client, workspaceId, at, device } = call;
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  if (isHeldBack(device)) throw new FanswerError("community_stopped");
  if (!isHeld(row, at)) throw new FanswerError("lease_lost");
  const workspace = present(await workspaceForReplies(client, workspaceId));
  const draft = await first(client, storedDraft, workspaceId, mentionId);
  checkApproved({ device, args: { text } }, draft ?? undefined, workspace);
  await all(client, lockDecision, { workspaceId });
  await refuseNearCopy(call, { mentionId, text, author: device.member.id }, workspace);
  const body = retold(text, lineIn(text, workspace) ?? "", row.author, row.triage.lang);
  await keepPieces(call, [{ mentionId, text: body }], new Date(at.getTime() + reservedMs));
  return null;
};
