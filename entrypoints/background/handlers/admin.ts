import type { Handlers } from "../../../lib/messaging/answer.ts";
import { askServer, type Context } from "../context.ts";

type Names = "triage.push" | "keywords.push" | "invitation.create";

/** What only an admin asks for; the server checks the role. */
export function adminHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "triage.push": (args, call) => askServer(context, "triage.push", args, call),
    "keywords.push": (args, call) => askServer(context, "keywords.push", args, call),
    "invitation.create": (args, call) => askServer(context, "invitation.create", args, call),
  };
}
