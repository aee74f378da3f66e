import { nextOffer, openOffer } from "../../../lib/background/cards/next-offer.ts";
import { askServer, type Context, requireAccount } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { mostOf } from "../../../lib/schema/limits.ts";
import { readLanguages } from "../../../lib/store/meta.ts";
import { offerAgain, pass, passedIds } from "../../../lib/store/passed.ts";

/** What the member is offered, and what they passed on. */
export function offerHandlers(
  context: Context,
): Pick<Handlers, "claim.next" | "mention.pass" | "mention.offer_again" | "next.get" | "next.open"> {
  const { store, nowMs } = context;
  return {
    async "claim.next"(_, call) {
      // The latest of it, as many as the server takes.
      const except = (await passedIds(context.store)).slice(-mostOf.excepted);
      const languages = await readLanguages(context.store, context.languages());
      return askServer(context, "claim.next", { languages, others: true, ...(except.length > 0 && { except }) }, call);
    },
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
