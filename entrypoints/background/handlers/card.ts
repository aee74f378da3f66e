import { cardState } from "../../../lib/background/cards/card-state.ts";
import { requireAccount, type WorkerContext } from "../../../lib/background/context.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { showCard } from "../../../lib/messaging/show-card.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";

/** The card beside a post. */
export function cardHandlers(
  context: WorkerContext,
): Pick<Handlers, "card.open" | "card.seek" | "card.settled" | "card.state" | "mention.look"> {
  return {
    async "card.open"({ mentionId }, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "card.open");
      await showCard(tabId, { community: context.community, mentionId });
      return null;
    },
    async "card.seek"({ mentionId }) {
      await requireAccount(context);
      return { opened: await context.awaitedCards.open(mentionId) };
    },
    async "card.settled"({ mentionId }) {
      await context.awaitedCards.onSettled(mentionId);
      return null;
    },
    "card.state": ({ mentionId, thread = [] }) => cardState(context, mentionId, thread),
    async "mention.look"({ mentionId }) {
      void context.tellPresence(mentionId).catch(() => {});
      return null;
    },
  };
}
