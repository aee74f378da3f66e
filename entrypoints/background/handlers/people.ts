import type { WorkerContext } from "../../../lib/background/context.ts";
import { takeBackAll } from "../../../lib/background/take-back.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";

export function peopleHandlers(context: WorkerContext): Pick<Handlers, "member.take_back"> {
  return { "member.take_back": (whose, { messageId }) => takeBackAll(context, whose, messageId) };
}
