import type { Handlers } from "../../../lib/messaging/answer.ts";
import { offerAgain, pass } from "../../../lib/store/passed.ts";
import { type Context, requireAccount } from "../context.ts";

/** What the member is offered, and what they passed on. */
export function offerHandlers(context: Context): Pick<Handlers, "mention.pass" | "mention.offer_again"> {
  const { store, nowMs } = context;
  return {
    async "mention.pass"({ mentionId, isPassed }) {
      await requireAccount(context);
      await pass(store, mentionId, isPassed, nowMs());
      return null;
    },
    async "mention.offer_again"() {
      await offerAgain(store);
      return null;
    },
  };
}
