import browser from "webextension-polyfill";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import type { Caller } from "../../../lib/messaging/caller.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { MessageArgs, MessageReply } from "../../../lib/schema/messages.ts";
import { pasteIntoFocused } from "../../../lib/sites/paste.ts";
import { liveClaim } from "../../../lib/state/clock.ts";
import { viewMention } from "../../../lib/store/views.ts";
import { act, type Context, requireAccount, serverNowMs } from "../context.ts";

type Names = "draft.save" | "reply.posted" | "reply.insert";

/** What a member writes, and its way onto the site. */
export function draftHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "draft.save": (args, call) => act(context, "draft.save", args, call),
    "reply.posted": (args, call) => act(context, "reply.posted", args, call),
    "reply.insert": (args, caller) => insert(context, args, caller),
  };
}

/** Pastes into the tab that asked, for the holder of the claim only. Throws `lease_lost`, `insert_failed`. */
async function insert(context: Context, args: MessageArgs<"reply.insert">, { tabId }: Caller): Promise<MessageReply<"reply.insert">> {
  const { member } = await requireAccount(context);
  const mention = await viewMention(context.store, args.mentionId);
  const claim = mention && liveClaim(mention, await serverNowMs(context));
  if (claim?.holder.id !== member.id || tabId === null) throw new FanswerError("lease_lost");
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
