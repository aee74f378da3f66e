import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchSight } from "../../components/card/sight.ts";
import { copyText } from "../../components/ui/copy.ts";
import { spoken } from "../../lib/i18n/spoken.ts";
import { askAgain } from "../../lib/messaging/ask-again.ts";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { listenToBackground } from "../../lib/messaging/listen.ts";
import { beginAlone } from "../../lib/page/alone.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { createCards } from "./cards.ts";
import { openShareCard } from "./share-card.tsx";
import { openTabCard } from "./tab-card.tsx";

/** The card, put into a tab on the first click on a badge; injected again it changes nothing. */
export default defineUnlistedScript(() => {
  const adapter = adapterOf(location.href, document);
  const life = adapter && beginAlone("fanswerCard", () => browser.runtime?.id !== undefined);
  if (!life) return;
  const clipboard = { writeText: (text: string) => copyText(text, document) };
  const accepts = (event: Event) => event.isTrusted;
  const depsFor = (community: string) => ({ page: document, adapter, ask: askFor(community), clipboard, accepts, watchSight });
  const cards = createCards(
    {
      answer: ({ community, mentionId, isAwaited }, onEnd, signal) =>
        openTabCard(mentionId, depsFor(community), onEnd, signal, isAwaited ?? false),
      offer: (offer, onEnd, onShared, signal) => openShareCard(offer, depsFor(offer.community), onEnd, onShared, signal),
    },
    life,
  );
  const speak = async () => {
    spoken.value = await askAgain("language.texts", null).catch(() => null);
  };
  let speaking = speak();
  listenToBackground(
    {
      "card.show": (shown) => void speaking.then(() => cards.show(shown)),
      "card.offer": (offer) => void speaking.then(() => cards.offer(offer)),
      "card.refresh": cards.refresh,
      "page.leave": cards.leave,
      // Another language may have been chosen.
      "page.restart": () => {
        speaking = speak();
      },
    },
    life,
  );
});
