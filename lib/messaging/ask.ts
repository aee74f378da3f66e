import type { MessageArgs, MessageName, MessageReply, OnceName } from "../schema/messages.ts";
import { askAgain, askTimes } from "./ask-again.ts";

/** Messages that must not be asked twice. Their rows in the contract say so, too, but a card does not carry the contract. */
const once: Readonly<Record<OnceName, true>> = { "reply.insert": true, "session.join": true, "outbox.retry": true, "outbox.discard": true };

/**
 * Asks the background and gives its reply; what it refuses is thrown as a `FanswerError`.
 * A worker may end at any moment: what got no answer is asked again under the same id, so that it is done once.
 * `community`: which of the device's communities it is for; left out, the one that the member works for.
 * A page that outlived an update of the extension gets `extension_reloaded`.
 */
export function ask<N extends MessageName>(name: N, args: MessageArgs<N>, community?: string): Promise<MessageReply<N>> {
  return Object.hasOwn(once, name) ? askTimes(1, name, args, community) : askAgain(name as never, args as never, community);
}
