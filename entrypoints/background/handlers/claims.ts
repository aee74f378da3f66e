import type { Handlers } from "../../../lib/messaging/answer.ts";
import { ownLanguages } from "../../../lib/schema/language.ts";
import { mostOf } from "../../../lib/schema/limits.ts";
import { passedIds } from "../../../lib/store/passed.ts";
import { act, askServer, type Context } from "../context.ts";

type Names = "claim.take" | "claim.next" | "claim.heartbeat" | "claim.renew" | "claim.release";

/** Who is on a mention. All but giving it back needs the server's word. */
export function claimHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "claim.take": (args, call) => askServer(context, "claim.take", args, call),
    async "claim.next"(_, call) {
      // The latest of it, as many as the server takes.
      const except = (await passedIds(context.store)).slice(-mostOf.excepted);
      const languages = ownLanguages(context.languages());
      return askServer(context, "claim.next", { languages, others: true, ...(except.length > 0 && { except }) }, call);
    },
    "claim.heartbeat": (args, call) => askServer(context, "claim.heartbeat", args, call),
    "claim.renew": (args, call) => askServer(context, "claim.renew", args, call),
    "claim.release": (args, call) => act(context, "claim.release", args, call),
  };
}
