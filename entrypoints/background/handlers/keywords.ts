import { requireAccount, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { pushList } from "../../../lib/sync/push-list.ts";

/** A keyword list goes out in as many requests as it needs. */
export function keywordHandlers(context: WorkerContext): Pick<Handlers, "keywords.push"> {
  return {
    async "keywords.push"(list, { messageId }) {
      await requireAccount(context);
      return pushList(context.ask, list, messageId);
    },
  };
}
