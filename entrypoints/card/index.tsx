import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../../lib/messaging/ask.ts";
import { listen } from "../../lib/messaging/listen.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { type OpenCard, openCard } from "./open-card.tsx";

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
  let open: OpenCard | null = null;
  listen(
    {
      "card.show"({ mentionId }) {
        open?.close();
        open = openCard(
          mentionId,
          { page: document, adapter, ask, clipboard: navigator.clipboard, accepts: (event) => event.isTrusted },
          life.signal,
        );
      },
      "card.refresh"({ mentionIds }) {
        if (open && mentionIds.includes(open.mentionId)) open.refresh();
      },
    },
    life.signal,
  );
});
