import type { MessageCall } from "../../messaging/caller.ts";
import { brakeFor } from "../../schema/brake.ts";
import { levelsOf } from "../../schema/level-rules.ts";
import { mostOf } from "../../schema/limits.ts";
import type { Mention } from "../../schema/mention.ts";
import type { NextOffer } from "../../schema/messages.ts";
import { offersFor, roomFor } from "../../state/selectors.ts";
import { readLanguages, settingsOf } from "../../store/meta.ts";
import { passedIds } from "../../store/passed.ts";
import { viewPersonal } from "../../store/personal-view.ts";
import { askServer, requireAccount, serverNowMs, type WorkerContext } from "../context.ts";
import { cardAddress } from "./awaited-cards.ts";

/** What the member may take now on pages where a card can stand, in their languages, best first; null when they hold as many as they may. */
async function offers(context: WorkerContext): Promise<Mention[] | null> {
  const account = await requireAccount(context);
  const [mentions, nowMs, languages] = await Promise.all([
    viewPersonal(context.store),
    serverNowMs(context),
    readLanguages(context.store, context.languages()),
  ]);
  if (brakeFor(account.member, account.workspace) !== null) return [];
  if (roomFor(mentions, account.member, levelsOf(account.workspace), nowMs) <= 0) return null;
  const { patienceMinutes } = settingsOf(account);
  const { own } = offersFor(mentions, account.member, nowMs, patienceMinutes, languages);
  return own.filter((mention) => cardAddress(mention) !== null);
}

/** The post to go on with after `doneId`, by the rule of the popup's "Next for you". */
export async function nextOffer(context: WorkerContext, doneId: string): Promise<NextOffer> {
  const waiting = await offers(context);
  return { mention: waiting?.find(({ id }) => id !== doneId) ?? null, isFull: waiting === null };
}

/** Opens a post's page and its card there, for a page that asks: only one that the member is offered. */
export async function openOffer(context: WorkerContext, mentionId: string): Promise<boolean> {
  const isOffered = (await offers(context))?.some(({ id }) => id === mentionId) ?? false;
  return isOffered && context.awaitedCards.open(mentionId);
}

/** Takes the next post in the member's languages, then in others, but none that they passed on. */
export async function takeNext(context: WorkerContext, call: MessageCall) {
  // Only the latest ones: the server takes no longer list.
  const except = (await passedIds(context.store)).slice(-mostOf.excepted);
  const { topics = [] } = (await requireAccount(context)).member.profile ?? {};
  const languages = await readLanguages(context.store, context.languages());
  return askServer(
    context,
    "claim.next",
    { languages, others: true, ...(topics.length > 0 && { topics }), ...(except.length > 0 && { except }) },
    call,
  );
}
