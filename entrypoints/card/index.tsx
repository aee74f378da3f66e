import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchSight } from "../../components/card/sight.ts";
import { copyText } from "../../components/ui/copy.ts";
import { ask } from "../../lib/messaging/ask.ts";
import { listenToBackground } from "../../lib/messaging/listen.ts";
import { beginAlone } from "../../lib/page/alone.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { openShareCard } from "./share-card.tsx";
import { openTabCard, type TabCard } from "./tab-card.tsx";

/** The card, put into a tab on the first click on a badge; injected again it changes nothing. */
export default defineUnlistedScript(() => {
  const adapter = adapterOf(location.href, document);
  const life = adapter && beginAlone("fanswerCard", () => browser.runtime?.id !== undefined);
  if (!life) return;
  const clipboard = { writeText: (text: string) => copyText(text, document) };
  const accepts = (event: Event) => event.isTrusted;
  const deps = { page: document, adapter, ask, clipboard, accepts, watchSight };
  const cards = new Map<string, TabCard>();
  let stay = new AbortController();
  const show = (mentionId: string, open: (forget: () => void, signal: AbortSignal) => TabCard, isAwaited = false) => {
    for (const [id, card] of cards) if (id !== mentionId) card.hide();
    const known = cards.get(mentionId);
    if (known) known.show(isAwaited);
    else
      cards.set(
        mentionId,
        open(() => cards.delete(mentionId), AbortSignal.any([life, stay.signal])),
      );
  };
  const showAnswer = (mentionId: string, isAwaited = false) =>
    show(mentionId, (forget, signal) => openTabCard(mentionId, deps, forget, signal, isAwaited), isAwaited);
  listenToBackground(
    {
      "card.show": ({ mentionId, isAwaited }) => showAnswer(mentionId, isAwaited),
      "card.offer"(offer) {
        // One that is open shows what was read before.
        cards.get(offer.mentionId)?.hide();
        const { mentionId } = offer;
        show(mentionId, (forget, signal) => openShareCard(offer, deps, forget, () => showAnswer(mentionId), signal));
      },
      "page.leave"() {
        stay.abort();
        stay = new AbortController();
      },
      "card.refresh"({ mentionIds }) {
        for (const id of mentionIds) cards.get(id)?.refresh();
      },
    },
    life,
  );
});
