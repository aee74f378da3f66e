import type { Handlers } from "../../../lib/messaging/answer.ts";
import { askServer, type Context } from "../context.ts";

type Names = "keywords.push" | "invitation.create";

/** What only an admin asks for; the server checks the role. */
export function adminHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "keywords.push": (args) => askServer(context, "keywords.push", args),
    "invitation.create": (args) => askServer(context, "invitation.create", args),
  };
}
