import browser from "webextension-polyfill";
import { asFanswerError, FanswerError } from "../schema/errors.ts";
import type { Envelope, MessageArgs, MessageName, MessageReply } from "../schema/messages.ts";

/**
 * Asks the background and gives its reply; what it refuses is thrown as a `FanswerError`.
 * A page that outlived an update of the extension gets `extension_reloaded`.
 */
export async function ask<N extends MessageName>(name: N, args: MessageArgs<N>): Promise<MessageReply<N>> {
  let answer: Envelope;
  try {
    answer = (await browser.runtime.sendMessage({ name, args })) as Envelope;
  } catch (cause) {
    if (!browser.runtime?.id) throw new FanswerError("extension_reloaded", null, { cause });
    throw asFanswerError(cause);
  }
  if (!answer) throw new FanswerError("internal", name);
  if (!answer.ok) throw new FanswerError(answer.code, answer.detail);
  return answer.value as MessageReply<N>;
}
