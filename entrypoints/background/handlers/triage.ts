import type { Handlers } from "../../../lib/messaging/answer.ts";
import { act, askServer, type Context } from "../context.ts";

type Names =
  | "mention.overrule"
  | "mention.route"
  | "mention.dismiss"
  | "mention.reopen"
  | "mention.assign"
  | "mention.merge"
  | "mention.history"
  | "member.list";

/** A person's word on where a mention belongs. */
export function triageHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "mention.overrule": (args, call) => act(context, "mention.overrule", args, call),
    "mention.route": (args, call) => act(context, "mention.route", args, call),
    "mention.dismiss": (args, call) => act(context, "mention.dismiss", args, call),
    "mention.reopen": (args, call) => act(context, "mention.reopen", args, call),
    "mention.assign": (args, call) => act(context, "mention.assign", args, call),
    "mention.merge": (args, call) => act(context, "mention.merge", args, call),
    "mention.history": (args, call) => askServer(context, "mention.history", args, call),
    "member.list": (args, call) => askServer(context, "member.list", args, call),
  };
}
