import type { Handlers } from "../../../lib/messaging/answer.ts";
import { act, type Context } from "../context.ts";

type Names = "mention.route" | "mention.dismiss" | "mention.reopen";

/** A person's word on where a mention belongs. */
export function triageHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "mention.route": (args) => act(context, "mention.route", args),
    "mention.dismiss": (args) => act(context, "mention.dismiss", args),
    "mention.reopen": (args) => act(context, "mention.reopen", args),
  };
}
