import browser from "webextension-polyfill";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import type { Caller } from "../../../lib/messaging/caller.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { Mention } from "../../../lib/schema/mention.ts";
import type { DraftProblem, MessageArgs, MessageReply } from "../../../lib/schema/messages.ts";
import { needsReview } from "../../../lib/schema/reviewing.ts";
import type { Workspace } from "../../../lib/schema/workspace.ts";
import { isLinkOn } from "../../../lib/sites/own-links.ts";
import { pasteIntoFocused } from "../../../lib/sites/paste.ts";
import { liveClaim } from "../../../lib/state/clock.ts";
import { viewMention } from "../../../lib/store/views.ts";
import { isRefusal } from "../../../lib/suggest/checks.ts";
import { disclosureOf } from "../../../lib/suggest/disclosure.ts";
import { withDisclosure } from "../../../lib/suggest/length.ts";
import { originOf } from "../../../lib/suggest/origin.ts";
import { threadMark } from "../../../lib/suggest/prompt.ts";
import { act, type Context, requireAccount, serverNowMs } from "../context.ts";

type Names = "draft.save" | "draft.check" | "draft.write" | "suggestion.reject" | "reply.posted" | "reply.insert";

/** What a member writes, and its way onto the site. */
export function draftHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "draft.save": (args, call) => act(context, "draft.save", args, call),
    "suggestion.reject": (args, call) => act(context, "suggestion.reject", args, call),
    "draft.check": ({ mentionId, text }) => check(context, mentionId, text),
    "draft.write": ({ mentionId, fence }) => write(context, mentionId, fence),
    "reply.posted": async (args, call) => act(context, "reply.posted", await published(context, args), call),
    "reply.insert": (args, caller) => insert(context, args, caller),
  };
}

async function check(context: Context, mentionId: string, text: string): Promise<DraftProblem[]> {
  const { workspace } = await requireAccount(context);
  const mention = await viewMention(context.store, mentionId);
  if (!mention) throw new FanswerError("not_found");
  return context.check(mention, workspace, text);
}

async function write(context: Context, mentionId: string, fence: number): Promise<MessageReply<"draft.write">> {
  const account = await requireAccount(context);
  const mention = await viewMention(context.store, mentionId);
  if (!mention) throw new FanswerError("not_found");
  const text = await context.machine.write(account, mention, fence);
  const now = await viewMention(context.store, mentionId);
  if (!now || threadMark(now) !== threadMark(mention)) throw new FanswerError("draft_stale");
  return { text };
}

/** True for the very text that was approved, with the disclosure. */
function isApproved(mention: Mention, workspace: Workspace, reply: string): boolean {
  const { draft } = mention;
  return draft?.status === "approved" && withDisclosure(draft.text, disclosureOf({ workspace, mention })) === reply;
}

/**
 * A published reply, with the suggestion it began as (a page's word for that is not asked). A link that a person typed must lead to the post's site:
 * `link_refused`; one that the page itself shows is left out when it does not.
 */
async function published(context: Context, args: MessageArgs<"reply.posted">): Promise<MessageArgs<"reply.posted">> {
  const { mentionId, text, url, proof } = args;
  const mention = await viewMention(context.store, mentionId);
  if (!mention) return { ...args, from: null };
  const isOwn = url === null || isLinkOn(mention.site, mention.permalink, url);
  if (!isOwn && proof === "confirmed") throw new FanswerError("link_refused");
  return { ...args, url: isOwn ? url : null, from: originOf(text, await context.suggest(mention, [])) };
}

/** Pastes into the tab that asked, for the holder of the claim only, what nothing stands in the way of. Throws `lease_lost`, `review_needed`, `draft_refused`, `insert_failed`. */
async function insert(context: Context, args: MessageArgs<"reply.insert">, { tabId }: Caller): Promise<MessageReply<"reply.insert">> {
  const { member, workspace } = await requireAccount(context);
  const mention = await viewMention(context.store, args.mentionId);
  const claim = mention && liveClaim(mention, await serverNowMs(context));
  if (!mention || claim?.holder.id !== member.id || tabId === null) throw new FanswerError("lease_lost");
  if (needsReview(member) && !isApproved(mention, workspace, args.text)) throw new FanswerError("review_needed");
  const refusals = (await check(context, args.mentionId, args.text)).filter(isRefusal);
  if (refusals.length > 0) throw new FanswerError("draft_refused", refusals.map(({ code }) => code).join(" "));
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
