import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../../lib/messaging/ask.ts";
import { listen } from "../../lib/messaging/listen.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { openTabCard, type TabCard } from "./tab-card.tsx";

/** What an earlier injection into this tab left in our isolated world. */
interface World {
  fanswerCard?: { isAlive(): boolean; stop(): void };
}

/** The card, put into a tab on the first click on a badge; injected again it changes nothing. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  if (world.fanswerCard?.isAlive()) return;
  world.fanswerCard?.stop();
  const adapter = adapterOf(location.href, document);
  if (!adapter) return;
  const life = new AbortController();
  // After an update of the extension the old script lives on without a runtime.
  world.fanswerCard = { isAlive: () => browser.runtime?.id !== undefined, stop: () => life.abort() };
  const deps = { page: document, adapter, ask, clipboard: navigator.clipboard, accepts: (event: Event) => event.isTrusted };
  const cards = new Map<string, TabCard>();
  listen(
    {
      "card.show"({ mentionId }) {
        for (const [id, card] of cards) if (id !== mentionId) card.hide();
        const known = cards.get(mentionId);
        if (known) known.show();
        else
          cards.set(
            mentionId,
            openTabCard(mentionId, deps, () => cards.delete(mentionId), life.signal),
          );
      },
      "card.refresh"({ mentionIds }) {
        for (const id of mentionIds) cards.get(id)?.refresh();
      },
    },
    life.signal,
  );
});
