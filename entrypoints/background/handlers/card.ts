import { type Context, requireAccount, skewOf } from "../../../lib/background/context.ts";
import { knownMention } from "../../../lib/background/known-mention.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { showCard } from "../../../lib/messaging/show-card.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { badgeState } from "../../../lib/state/badge.ts";
import { readKept } from "../../../lib/store/kept.ts";
import { getMeta } from "../../../lib/store/meta.ts";
import { waitingOperations } from "../../../lib/store/outbox.ts";
import { othersAt } from "../../../lib/store/presence.ts";
import { unsentDraft } from "../../../lib/store/views.ts";
import { sideOf } from "../../../lib/suggest/disclosure.ts";

/** The card beside a post. */
export function cardHandlers(context: Context): Pick<Handlers, "card.open" | "card.seek" | "card.settled" | "card.state" | "mention.look"> {
  return {
    async "card.open"({ mentionId }, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "card.open");
      await showCard(tabId, { mentionId });
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

async function cardState(context: Context, id: string, thread: readonly string[]): Promise<CardState> {
  const { store } = context;
  const { member, workspace } = await requireAccount(context);
  const mention = await knownMention(context, id);
  if (!mention) throw new FanswerError("not_found");
  void context.tellPresence(id).catch(() => {});
  const [skewMs, present, draft, waiting, suggested, machine, own, kept, trouble] = await Promise.all([
    skewOf(context),
    store.presence.toArray(),
    unsentDraft(store, id),
    waitingOperations(store),
    context.suggesting.soon(mention, thread),
    context.languageModel.kind(workspace),
    getMeta(store, "ownDisclosures"),
    readKept(store),
    getMeta(store, "trouble"),
  ]);
  const mine = kept.find((each) => each.mentionId === id);
  const isNewer = mine && (mention.draft?.author.id !== member.id || mine.atMs > Date.parse(mention.draft.updatedAt));
  return {
    mention,
    me: member,
    workspace,
    ...suggested,
    machine,
    others: othersAt(present, id, member.id, context.nowMs() + skewMs).map(({ name, doing }) => ({ name, doing })),
    unsentDraft: draft,
    keptText: isNewer ? mine.text : null,
    ownDisclosures: own?.[sideOf(member)] ?? {},
    waiting: waiting.length,
    isOffline: trouble?.code === "server_unreachable",
    skewMs,
    badge: badgeState(mention, member, context.nowMs(), skewMs),
  };
}
