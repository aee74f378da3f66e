import type { Handlers } from "../../../lib/messaging/answer.ts";
import { pushList } from "../../../lib/sync/push-list.ts";
import { askServer, type Context, requireAccount } from "../context.ts";

type Names = "keywords.push" | "invitation.create";

/** What only an admin asks for; the server checks the role. */
export function adminHandlers(context: Context): Pick<Handlers, Names> {
  return {
    async "keywords.push"(list, { messageId }) {
      await requireAccount(context);
      return pushList(context.ask, list, messageId);
    },
    "invitation.create": (args, call) => askServer(context, "invitation.create", args, call),
  };
}
