import type { Handlers } from "../../../lib/messaging/answer.ts";
import { act, askServer, type Context } from "../context.ts";

type Names = "review.request" | "review.accept" | "review.approve" | "review.reject" | "review.suggest";

/** An author may wait for the network; a reviewer's word on words that may have changed needs the server's answer. */
export function reviewHandlers(context: Context): Pick<Handlers, Names> {
  return {
    "review.request": (args, call) => act(context, "review.request", args, call),
    "review.accept": (args, call) => act(context, "review.accept", args, call),
    "review.approve": (args, call) => askServer(context, "review.approve", args, call),
    "review.reject": (args, call) => askServer(context, "review.reject", args, call),
    "review.suggest": (args, call) => askServer(context, "review.suggest", args, call),
  };
}
