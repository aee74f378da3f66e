import type { Handlers } from "../../../lib/messaging/answer.ts";
import { pushList } from "../../../lib/sync/push-list.ts";
import { askServer, type Context, requireAccount } from "../context.ts";

type Names =
  | "triage.push"
  | "keywords.push"
  | "clock.save"
  | "integration.save"
  | "integration.remove"
  | "integration.list"
  | "integration.test"
  | "delivery.list"
  | "delivery.replay"
  | "knowledge.save"
  | "knowledge.remove"
  | "answering.set"
  | "disclosure.gaps"
  | "model.read"
  | "model.set"
  | "model.remove"
  | "invitation.create";

/** What only an admin asks for; the server checks the role. */
export function adminHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "triage.push": (args, call) => askServer(context, "triage.push", args, call),
    async "keywords.push"(list, { messageId }) {
      await requireAccount(context);
      return pushList(context.ask, list, messageId);
    },
    "clock.save": (args, call) => askServer(context, "clock.save", args, call),
    "integration.save": (args, call) => askServer(context, "integration.save", args, call),
    "integration.remove": (args, call) => askServer(context, "integration.remove", args, call),
    "integration.list": (args, call) => askServer(context, "integration.list", args, call),
    "integration.test": (args, call) => askServer(context, "integration.test", args, call),
    "delivery.list": (args, call) => askServer(context, "delivery.list", args, call),
    "delivery.replay": (args, call) => askServer(context, "delivery.replay", args, call),
    "knowledge.save": (args, call) => askServer(context, "knowledge.save", args, call),
    "knowledge.remove": (args, call) => askServer(context, "knowledge.remove", args, call),
    "disclosure.gaps": (args, call) => askServer(context, "disclosure.gaps", args, call),
    "answering.set": (args, call) => askServer(context, "answering.set", args, call),
    "model.read": (args, call) => askServer(context, "model.read", args, call),
    "model.set": (args, call) => askServer(context, "model.set", args, call),
    "model.remove": (args, call) => askServer(context, "model.remove", args, call),
    "invitation.create": (args, call) => askServer(context, "invitation.create", args, call),
  };
}
