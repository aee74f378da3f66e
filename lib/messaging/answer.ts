import * as v from "valibot";
import browser from "webextension-polyfill";
import { asFanswerError, FanswerError } from "../schema/errors.ts";
import type { Envelope, MessageArgs, MessageName, MessageReply, toBackground } from "../schema/messages.ts";
import { type Caller, callerOf, type Home, type MessageCall, type RawSender } from "./caller.ts";

const MessageId = v.pipe(v.string(), v.uuid());
const CommunityId = v.nullish(v.pipe(v.string(), v.maxLength(60)), null);

/** One function per message of the contract; what it throws reaches the caller as a code. */
export type Handlers = {
  readonly [N in MessageName]: (args: MessageArgs<N>, call: MessageCall) => Promise<MessageReply<N>>;
};

export interface SitesHome extends Home {
  /** Whether a page at `url` is one of the named site. */
  isPageOf(site: string, url: string): boolean;
}

/**
 * Answers every message of the contract from now on. The sender is checked before anything of the message is
 * looked at but its name, the arguments before a handler sees them. Must run synchronously when the worker starts.
 */
export function answerMessages(contract: typeof toBackground, handlers: Handlers, home: SitesHome): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: RawSender, sendResponse: (answer: unknown) => void) => {
    void reply(contract, handlers, message, callerOf(sender, home), home).then(sendResponse);
    return true;
  });
}

/**
 * Of which sites the posts are that a message is about: by its mention, its post, or as it says. A content script that a page took over can do what the
 * member can with what stands on that page's site, and nothing with the posts of another.
 */
function sitesIn(args: unknown): string[] {
  const { mentionId, site, post } = (args ?? {}) as {
    readonly mentionId?: string;
    readonly site?: string;
    readonly post?: { readonly site?: string };
  };
  return [mentionId?.split(":")[0], site, post?.site].filter((each) => each !== undefined);
}

async function reply(
  contract: typeof toBackground,
  handlers: Handlers,
  message: unknown,
  caller: Caller | null,
  home: SitesHome,
): Promise<Envelope> {
  const { id, name, args: raw, community } = (message ?? {}) as Readonly<Partial<Record<"id" | "name" | "args" | "community", unknown>>>;
  try {
    if (!caller) throw new FanswerError("forbidden");
    if (!isMessageName(contract, name)) throw new FanswerError("unknown_operation");
    const { args: schema, from } = contract[name];
    if (!(from as readonly string[]).includes(caller.kind)) throw new FanswerError("forbidden", name);
    const args = v.safeParse(schema, raw);
    if (!args.success) throw new FanswerError("malformed", v.getDotPath(args.issues[0]));
    if (caller.kind === "page" && !sitesIn(args.output).every((site) => home.isPageOf(site, caller.url)))
      throw new FanswerError("forbidden", name);
    if (!v.is(MessageId, id)) throw new FanswerError("malformed", "id");
    const about = v.safeParse(CommunityId, community);
    if (!about.success) throw new FanswerError("malformed", "community");
    const handler = handlers[name] as (args: unknown, call: MessageCall) => Promise<unknown>;
    return { ok: true, value: await handler(args.output, { ...caller, messageId: id, community: about.output }) };
  } catch (thrown) {
    const { code, detail } = asFanswerError(thrown);
    if (code === "internal") console.error(`Fanswer: ${String(name)} failed`, thrown);
    return { ok: false, code, detail };
  }
}

function isMessageName(contract: typeof toBackground, name: unknown): name is MessageName {
  return typeof name === "string" && Object.hasOwn(contract, name);
}
