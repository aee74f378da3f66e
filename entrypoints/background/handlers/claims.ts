import type { Handlers } from "../../../lib/messaging/answer.ts";
import { act, askServer, type Context } from "../context.ts";

type Names = "claim.take" | "claim.next" | "claim.heartbeat" | "claim.renew" | "claim.release";

/** Who is on a mention. All but giving it back needs the server's word. */
export function claimHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "claim.take": (args, call) => askServer(context, "claim.take", args, call),
    "claim.next": (args, call) => askServer(context, "claim.next", args, call),
    "claim.heartbeat": (args, call) => askServer(context, "claim.heartbeat", args, call),
    "claim.renew": (args, call) => askServer(context, "claim.renew", args, call),
    "claim.release": (args, call) => act(context, "claim.release", args, call),
  };
}
