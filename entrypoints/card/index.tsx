import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { watchSight } from "../../components/card/sight.ts";
import { ask } from "../../lib/messaging/ask.ts";
import { listen } from "../../lib/messaging/listen.ts";
import { beginAlone } from "../../lib/page/alone.ts";
import { adapterOf } from "../../lib/sites/choose.ts";
import { openTabCard, type TabCard } from "./tab-card.tsx";

/** The card, put into a tab on the first click on a badge; injected again it changes nothing. */
export default defineUnlistedScript(() => {
  const adapter = adapterOf(location.href, document);
  const life = adapter && beginAlone("fanswerCard", () => browser.runtime?.id !== undefined);
  if (!life) return;
  const accepts = (event: Event) => event.isTrusted;
  const deps = { page: document, adapter, ask, clipboard: navigator.clipboard, accepts, watchSight };
  const cards = new Map<string, TabCard>();
  let stay = new AbortController();
  listen(
    {
      "card.show"({ mentionId, isAwaited }) {
        for (const [id, card] of cards) if (id !== mentionId) card.hide();
        const known = cards.get(mentionId);
        if (known) known.show(isAwaited);
        else {
          const forget = () => cards.delete(mentionId);
          cards.set(mentionId, openTabCard(mentionId, deps, forget, AbortSignal.any([life, stay.signal]), isAwaited));
        }
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
