import { FanswerError } from "../../lib/schema/errors.ts";
import { nextDraftStatuses } from "../../lib/schema/lifecycle.ts";
import { disclosureIn } from "../../lib/suggest/disclosure.ts";
import { retold } from "../../lib/suggest/retell.ts";
import { draftOf, putDraft, putReply, replyOf } from "../store/drafts.ts";
import { moveMention, touchMention } from "../store/mentions.ts";
import { all, first, one } from "../store/statement.ts";
import { workspaceById } from "../store/workspaces.ts";
import { type Handler, locked, present } from "./call.ts";
import { keepPrecedent } from "./precedents.ts";
import { checkFence, checkMove, statusAt } from "./rules.ts";

export const saveDraft: Handler<"draft.save"> = async (call, { mentionId, fence, text }) => {
  const { client, at } = call;
  const { workspaceId, member } = call.device;
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  // Who may still answer may still write.
  checkMove(statusAt(row, at), "answered");
  if (row.status === "answered") throw new FanswerError("move_not_allowed", "answered");
  const draft = await first(client, draftOf, workspaceId, mentionId);
  if (draft && draft.status !== "writing" && !nextDraftStatuses[draft.status].includes("writing")) {
    throw new FanswerError("move_not_allowed", `draft ${draft.status}`);
  }
  const isSame = draft?.status === "writing" && draft.body === text && draft.author === member.id;
  if (!isSame) {
    await all(client, putDraft, workspaceId, mentionId, text, "writing", member.id, at);
    await all(client, touchMention, workspaceId, mentionId, await call.raise());
  }
  return present(call, mentionId);
};

export const postReply: Handler<"reply.posted"> = async (call, { mentionId, fence, text, url, proof, from = null }) => {
  const { client, at } = call;
  const { workspaceId, member } = call.device;
  const row = await locked(call, mentionId);
  checkFence(call, row, fence);
  checkMove(statusAt(row, at), "answered");
  const known = row.status === "answered" ? await first(client, replyOf, workspaceId, mentionId) : null;
  // A confirmation that comes after the reply was seen on the page takes nothing away from it.
  if (known?.proof === "seen" && (proof === "confirmed" || known.url !== null || url === null)) return present(call, mentionId);
  const workspace = await one(client, workspaceById, workspaceId);
  const disclosure = disclosureIn(text, workspace);
  await all(client, putReply, workspaceId, mentionId, text, url ?? known?.url ?? null, proof, member.id, at, disclosure);
  const draft = await first(client, draftOf, workspaceId, mentionId);
  if (draft) await all(client, putDraft, workspaceId, mentionId, draft.body, "posted", draft.author, at);
  const revision = await call.raise();
  await all(client, moveMention, workspaceId, mentionId, "answered", row.route, row.routed_by_person, row.note, at, revision);
  const verdict = from === null || !from.edited ? "accepted" : "edited";
  const answer = retold(text, disclosure ?? "", row.author);
  if (known === null) await keepPrecedent(call, row, { source: from?.source ?? null, verdict, answer }, revision);
  return present(call, mentionId);
};
