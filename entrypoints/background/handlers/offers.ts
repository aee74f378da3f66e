import { nextOffer, openOffer, takeNext } from "../../../lib/background/cards/next-offer.ts";
import { requireAccount, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { offerAgain, pass } from "../../../lib/store/passed.ts";

/** What the member is offered, and what they passed on. */
export function offerHandlers(
  context: WorkerContext,
): Pick<Handlers, "claim.next" | "mention.pass" | "mention.offer_again" | "next.get" | "next.open"> {
  const { store, nowMs } = context;
  return {
    "claim.next": (_, call) => takeNext(context, call),
    async "mention.pass"({ mentionId, isPassed }) {
      await requireAccount(context);
      await pass(store, mentionId, isPassed, nowMs());
      return null;
    },
    async "mention.offer_again"() {
      await offerAgain(store);
      return null;
    },
    "next.get": ({ mentionId }) => nextOffer(context, mentionId),
    "next.open": async ({ mentionId }) => ({ opened: await openOffer(context, mentionId) }),
  };
}
