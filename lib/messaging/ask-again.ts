import browser from "webextension-polyfill";
import { FanswerError } from "../schema/errors.ts";
import type { Envelope, MessageArgs, MessageName, MessageReply, OnceName } from "../schema/messages.ts";

/** How often something is asked when the worker ended before it answered. */
const attempts = 3;

/** What `ask` does, for what may always be asked again: all that the scripts ask which every page loads, so they need not carry the exceptions. */
export function askAgain<N extends Exclude<MessageName, OnceName>>(
  name: N,
  args: MessageArgs<N>,
  community?: string,
): Promise<MessageReply<N>> {
  return askTimes(attempts, name, args, community);
}

/** Asks at most so many times, under one id, and gives the reply; what the background refuses is thrown as a `FanswerError`. */
export async function askTimes<N extends MessageName>(
  times: number,
  name: N,
  args: MessageArgs<N>,
  community?: string,
): Promise<MessageReply<N>> {
  const answer = await send({ id: crypto.randomUUID(), name, args, community }, times);
  if (!answer.ok) throw new FanswerError(answer.code, answer.detail);
  return answer.value as MessageReply<N>;
}

interface Message {
  readonly id: string;
  readonly name: MessageName;
  readonly args: unknown;
  readonly community: string | undefined;
}

async function send(message: Message, left: number): Promise<Envelope> {
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
