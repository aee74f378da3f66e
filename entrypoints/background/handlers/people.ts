import type { Context } from "../../../lib/background/context.ts";
import { takeBack } from "../../../lib/background/take-back.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";

export function peopleHandlers(context: Context): Pick<Handlers, "member.take_back"> {
  return { "member.take_back": (whose, { messageId }) => takeBack(context, whose, messageId) };
}
