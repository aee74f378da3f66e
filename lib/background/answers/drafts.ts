import browser from "webextension-polyfill";
import type { Caller, MessageCall } from "../../messaging/caller.ts";
import type { DraftProblem } from "../../schema/draft-problem.ts";
import { FanswerError } from "../../schema/errors.ts";
import { levelsOf, needsReview } from "../../schema/level-rules.ts";
import type { Mention } from "../../schema/mention.ts";
import type { MessageArgs, MessageReply, Suggestion } from "../../schema/messages.ts";
import { isLinkOn } from "../../sites/own-links.ts";
import { pasteIntoFocused } from "../../sites/paste.ts";
import { liveClaim } from "../../state/clock.ts";
import { dropText, keepText, keptFor } from "../../store/kept.ts";
import { keepPicked, pickedFor } from "../../store/picked.ts";
import { viewMention } from "../../store/views.ts";
import { isRefusal } from "../../suggest/checks.ts";
import { saysLine } from "../../suggest/disclosure/said.ts";
import { disclosureOf, type Speaking } from "../../suggest/disclosure.ts";
import { withDisclosure } from "../../suggest/length.ts";
import { originOf } from "../../suggest/origin.ts";
import { threadMark } from "../../suggest/prompt.ts";
import { act, requireAccount, serverNowMs, type WorkerContext } from "../context.ts";
import { speakingOn } from "./speaking.ts";

/** Keeps on this device what a member writes, should the page close; with the author and first words of its post, which may be deleted. */
export async function keepWritten(context: WorkerContext, { mentionId, text, post }: MessageArgs<"text.keep">): Promise<null> {
  const mention = await viewMention(context.store, mentionId);
  const known = mention && keptFor(mention);
  await keepText(context.store, { mentionId, text, atMs: await serverNowMs(context), post: known ?? post });
  return null;
}

/** What speaks against a draft. Throws `not_found`. */
export async function checkDraft(context: WorkerContext, mentionId: string, text: string): Promise<DraftProblem[]> {
  return context.checkDraft(await speakingOn(context, mentionId), text);
}

/** Answers on record for what the member typed; none for a post that is gone. */
export async function findAnswers(context: WorkerContext, { mentionId, words }: MessageArgs<"knowledge.find">): Promise<Suggestion[]> {
  await requireAccount(context);
  const mention = await viewMention(context.store, mentionId);
  return mention ? context.suggesting.find(mention, words) : [];
}

/** The member put an answer on record into the draft. */
export async function pickAnswer(context: WorkerContext, { mentionId, itemId }: MessageArgs<"knowledge.pick">): Promise<null> {
  await requireAccount(context);
  await keepPicked(context.store, { mentionId, source: itemId });
  return null;
}

/** A draft by a language model. Throws `draft_stale` when the talk went on meanwhile, `not_found`, and what the model throws. */
export async function writeDraft(context: WorkerContext, mentionId: string, fence: number): Promise<MessageReply<"draft.write">> {
  const account = await requireAccount(context);
  const mention = await viewMention(context.store, mentionId);
  if (!mention) throw new FanswerError("not_found");
  const text = await context.draftWriter.write(account, mention, fence);
  const now = await viewMention(context.store, mentionId);
  if (!now || threadMark(now) !== threadMark(mention)) throw new FanswerError("draft_stale");
  return { text };
}

/** Whether the reply is exactly the text that reviewers approved, with its disclosure. */
function isApproved(speaking: Speaking & { readonly mention: Mention }, reply: string): boolean {
  const { draft } = speaking.mention;
  return draft?.status === "approved" && withDisclosure(draft.text, disclosureOf(speaking, draft.text).line ?? "") === reply;
}

/**
 * Reports a reply, with the suggestion that it began as, which is worked out here and not taken from the page, and with the member's own disclosure
 * in it. A link that a person typed must lead to the post's site, else `link_refused`; one that the page shows is left out when it does not.
 */
export async function reportReply(context: WorkerContext, args: MessageArgs<"reply.posted">, call: MessageCall): Promise<null> {
  const { mentionId, text, url, proof } = args;
  const mention = await viewMention(context.store, mentionId);
  if (!mention) return act(context, "reply.posted", { ...args, from: null }, call);
  const isOwn = url === null || isLinkOn(mention.site, mention.permalink, url);
  if (!isOwn && proof === "confirmed") throw new FanswerError("link_refused");
  const [{ ownDisclosures = {} }, suggestions, picked] = await Promise.all([
    speakingOn(context, mentionId),
    context.suggesting.all(mention, []),
    pickedFor(context.store, mentionId),
  ]);
  const disclosure = Object.values(ownDisclosures).find((line) => saysLine(text, line));
  const from = originOf(text, [...suggestions, ...(await context.suggesting.those(mention, picked))]);
  const found = { url: isOwn ? url : null, from, ...(disclosure !== undefined && { disclosure }) };
  await dropText(context.store, mentionId);
  return act(context, "reply.posted", { ...args, ...found }, call);
}

/**
 * Pastes a reply into the tab that asked, when the member holds the claim and no check refuses the text. Throws `lease_lost`, `review_needed`,
 * `draft_refused`, `insert_failed`.
 */
export async function insertReply(
  context: WorkerContext,
  args: MessageArgs<"reply.insert">,
  { tabId }: Caller,
): Promise<MessageReply<"reply.insert">> {
  const { member, workspace } = await requireAccount(context);
  const mention = await viewMention(context.store, args.mentionId);
  const claim = mention && liveClaim(mention, await serverNowMs(context));
  if (claim?.holder.id !== member.id || tabId === null) throw new FanswerError("lease_lost");
  const speaking = await speakingOn(context, args.mentionId);
  if (needsReview(member, levelsOf(workspace)) && !isApproved(speaking, args.text)) throw new FanswerError("review_needed");
  const codes = (await context.checkDraft(speaking, args.text)).filter(isRefusal).map(({ code }) => code);
  // What is pasted is the whole reply: nothing is added to it any more.
  if (!disclosureOf(speaking, args.text).isSaid && !codes.includes("no_disclosure")) codes.push("no_disclosure");
  if (codes.length > 0) throw new FanswerError("draft_refused", codes.join(" "));
  try {
    const [injected] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      world: "MAIN",
      func: pasteIntoFocused,
      args: [args.editor, args.text],
    });
    return { pasted: injected?.result === true };
  } catch (cause) {
    throw new FanswerError("insert_failed", null, { cause });
  }
}
