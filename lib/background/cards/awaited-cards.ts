import browser from "webextension-polyfill";
import type { Caller } from "../../messaging/caller.ts";
import { showCard } from "../../messaging/show-card.ts";
import type { Mention } from "../../schema/mention.ts";
import { postAddress } from "../../sites/post-address.ts";
import { profiles } from "../../sites/profiles.ts";
import { type AwaitedCard, getMeta, setMeta } from "../../store/meta.ts";
import { type Knowing, knownMention } from "../known-mention.ts";

/** How long a card is waited for, ms: a member may have to sign in to the site first. */
const patienceMs = 5 * 60_000;

/** Cards that members asked for away from the post's page. Kept in the store: neither the page's loading nor the worker's end loses one. */
export interface AwaitedCards {
  /** Opens the post's page and, once the post is found there, its card; false where no card can stand on that page. */
  open(mentionId: string): Promise<boolean>;
  /** A content script began to read a page, which may be one that a card was asked for on. */
  onPage(caller: Caller): Promise<void>;
  /** To be called by a new worker: the one before may have ended before it had shown an awaited card. */
  resume(): Promise<void>;
  /** The card stands where the member sees it. */
  onSettled(mentionId: string): Promise<void>;
}

const pathOf = (url: string) => {
  const parsed = URL.parse(url);
  return parsed && parsed.host + parsed.pathname.replace(/\/$/, "");
};

/** The post's page, where a card can stand on it. */
export function cardAddress({ permalink, site }: Mention): string | null {
  return profiles[site].placing === "insert" && postAddress(permalink)?.site === site ? permalink : null;
}

export function createAwaitedCards(context: Knowing & { readonly community: string; readonly nowMs: () => number }): AwaitedCards {
  const { community, store, nowMs } = context;
  const change = (by: (awaited: readonly AwaitedCard[]) => readonly AwaitedCard[]) =>
    store.transaction("rw", store.meta, async () => {
      const awaited = (await getMeta(store, "awaitedCards")) ?? [];
      await setMeta(store, "awaitedCards", by(awaited.filter(({ atMs }) => nowMs() - atMs < patienceMs)));
    });
  const put = (card: AwaitedCard) => change((awaited) => [...awaited.filter(({ mentionId }) => mentionId !== card.mentionId), card]);

  return {
    async open(mentionId) {
      const mention = await knownMention(context, mentionId);
      const url = mention && cardAddress(mention);
      if (!url) return false;
      const card = { mentionId, url, tabId: null, atMs: nowMs() };
      // Stored before the tab is opened, as the worker may end in between.
      await put(card);
      const open = (await browser.tabs.query({ url: `${new URL(url).origin}/*` })).find(
        (tab) => tab.id !== undefined && !tab.incognito && tab.url !== undefined && pathOf(tab.url) === pathOf(url),
      );
      if (open?.id === undefined) {
        const { id = null } = await browser.tabs.create({ url });
        await put({ ...card, tabId: id });
        return true;
      }
      await put({ ...card, tabId: open.id });
      await browser.tabs.update(open.id, { active: true });
      if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
      await showCard(open.id, { community, mentionId, isAwaited: true });
      return true;
    },
    async onPage({ tabId, url }) {
      const awaited = (await getMeta(store, "awaitedCards")) ?? [];
      const here = awaited.find(
        (card) => nowMs() - card.atMs < patienceMs && (card.tabId === tabId || (card.tabId === null && pathOf(card.url) === pathOf(url))),
      );
      if (here && tabId !== null) await showCard(tabId, { community, mentionId: here.mentionId, isAwaited: true });
    },
    async resume() {
      for (const { mentionId, tabId, atMs } of (await getMeta(store, "awaitedCards")) ?? []) {
        // A tab that was closed, or shows another site by now, has no place for the card.
        if (tabId !== null && nowMs() - atMs < patienceMs) await showCard(tabId, { community, mentionId, isAwaited: true }).catch(() => {});
      }
    },
    onSettled: (mentionId) => change((awaited) => awaited.filter((card) => card.mentionId !== mentionId)),
  };
}
