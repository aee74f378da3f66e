import browser from "webextension-polyfill";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { tellTab } from "../../../lib/messaging/tabs.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { CardState } from "../../../lib/schema/messages.ts";
import { badgeState } from "../../../lib/state/badge.ts";
import { waitingOperations } from "../../../lib/store/outbox.ts";
import { othersAt } from "../../../lib/store/presence.ts";
import { unsentDraft } from "../../../lib/store/views.ts";
import { type Context, requireAccount, skewOf } from "../context.ts";
import { knownMention } from "../known-mention.ts";

/** The card beside a post. */
export function cardHandlers(context: Context): Pick<Handlers, "card.open" | "card.state" | "mention.look"> {
  return {
    async "card.open"({ mentionId }, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "card.open");
      await showCard(tabId, mentionId);
      return null;
    },
    "card.state": ({ mentionId, thread = [] }) => cardState(context, mentionId, thread),
    async "mention.look"({ mentionId }) {
      void context.look(mentionId).catch(() => {});
      return null;
    },
  };
}

/** Opens the card in the tab, putting its script there first when it is not. */
async function showCard(tabId: number, mentionId: string): Promise<void> {
  if (await tellTab(tabId, "card.show", { mentionId })) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ["/card.js"] });
  if (!(await tellTab(tabId, "card.show", { mentionId }))) throw new FanswerError("internal", "card.js");
}

async function cardState(context: Context, id: string, thread: readonly string[]): Promise<CardState> {
  const { store } = context;
  const { member, workspace } = await requireAccount(context);
  const mention = await knownMention(context, id);
  if (!mention) throw new FanswerError("not_found");
  void context.look(id).catch(() => {});
  const [skewMs, present, draft, waiting, suggestions, machine] = await Promise.all([
    skewOf(context),
    store.presence.toArray(),
    unsentDraft(store, id),
    waitingOperations(store),
    context.suggest(mention, thread),
    context.machine.kind(workspace),
  ]);
  return {
    mention,
    me: member,
    workspace,
    suggestions,
    machine,
    others: othersAt(present, id, member.id, context.nowMs() + skewMs).map(({ name, doing }) => ({ name, doing })),
    unsentDraft: draft,
    waiting: waiting.length,
    skewMs,
    badge: badgeState(mention, member, context.nowMs(), skewMs),
  };
}
