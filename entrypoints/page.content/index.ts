import browser from "webextension-polyfill";
import { defineContentScript } from "wxt/utils/define-content-script";
import { compileMatcher } from "../../lib/detect/compile.ts";
import { ask } from "../../lib/messaging/ask.ts";
import { listen } from "../../lib/messaging/listen.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import { adapterOf, isPrivate } from "../../lib/sites/choose.ts";
import { startSession } from "./session.ts";

export default defineContentScript({
  matches: ["https://x.com/*", "https://twitter.com/*", "https://www.facebook.com/*"],
  runAt: "document_idle",
  main() {
    const adapter = adapterOf(location.href, document);
    if (!adapter || browser.extension.inIncognitoContext) return;
    const life = new AbortController();
    let session = new AbortController();
    let update: (states: readonly BadgeState[]) => void = () => {};
    const begin = async (): Promise<void> => {
      session.abort();
      session = new AbortController();
      const signal = AbortSignal.any([life.signal, session.signal]);
      update = await startSession(
        {
          page: document,
          adapter,
          ask,
          compile: compileMatcher,
          nowMs: Date.now,
          mayRead: () => !isPrivate(location.href),
          accepts: (event) => event.isTrusted,
          onOrphaned: () => life.abort(),
        },
        signal,
      );
    };
    listen({ "badge.update": (states) => update(states), "page.restart": () => void begin() }, life.signal);
    void begin();
  },
});
