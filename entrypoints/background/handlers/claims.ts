import type { Handlers } from "../../../lib/messaging/answer.ts";
import { act, askServer, type Context } from "../context.ts";

type Names = "claim.take" | "claim.next" | "claim.heartbeat" | "claim.renew" | "claim.release";

/** Who is on a mention. All but giving it back needs the server's word. */
export function claimHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "claim.take": (args) => askServer(context, "claim.take", args),
    "claim.next": (args) => askServer(context, "claim.next", args),
    "claim.heartbeat": (args) => askServer(context, "claim.heartbeat", args),
    "claim.renew": (args) => askServer(context, "claim.renew", args),
    "claim.release": (args) => act(context, "claim.release", args),
  };
}
