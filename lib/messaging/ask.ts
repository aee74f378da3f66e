import browser from "webextension-polyfill";
import { FanswerError } from "../schema/errors.ts";
import type { Envelope, MessageArgs, MessageName, MessageReply, OnceName } from "../schema/messages.ts";

/** How often something is asked when the worker ended before it answered. */
const attempts = 3;

/** Messages that must not be asked twice. Their rows in the contract say so, too, but a content script does not carry the contract. */
const once: Readonly<Record<OnceName, true>> = { "reply.insert": true, "session.join": true, "outbox.retry": true, "outbox.discard": true };

/**
 * Asks the background and gives its reply; what it refuses is thrown as a `FanswerError`.
 * A worker may end at any moment: what got no answer is asked again under the same id, so that it is done once.
 * A page that outlived an update of the extension gets `extension_reloaded`.
 */
export async function ask<N extends MessageName>(name: N, args: MessageArgs<N>): Promise<MessageReply<N>> {
  const answer = await send({ id: crypto.randomUUID(), name, args }, Object.hasOwn(once, name) ? 1 : attempts);
  if (!answer.ok) throw new FanswerError(answer.code, answer.detail);
  return answer.value as MessageReply<N>;
}

async function send(message: { readonly id: string; readonly name: MessageName; readonly args: unknown }, left: number): Promise<Envelope> {
  let lost: unknown = null;
  try {
    const answer = (await browser.runtime.sendMessage(message)) as Envelope | undefined;
    if (answer) return answer;
  } catch (cause) {
    if (!browser.runtime?.id) throw new FanswerError("extension_reloaded", null, { cause });
    lost = cause;
  }
  if (left > 1) return send(message, left - 1);
  throw new FanswerError("internal", message.name, { cause: lost });
}
