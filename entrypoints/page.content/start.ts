import browser from "webextension-polyfill";
import { packedFromText } from "../../lib/detect/pack/carry.ts";
import { openScreen } from "../../lib/detect/screen/screen.ts";
import { askAgain } from "../../lib/messaging/ask-again.ts";
import { listenToBackground } from "../../lib/messaging/listen.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import type { Pack } from "../../lib/schema/pack.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import type { SiteReader } from "../../lib/sites/adapter.ts";
import { createPrivacyCheck } from "../../lib/sites/private.ts";
import { startSession } from "./session.ts";

/** Reads the page that this script is in; begins anew whenever the background says so. Private windows are left alone. */
export function startPage(site: SiteId, createReader: (page: Document, pack: Pack) => SiteReader): void {
  if (browser.extension.inIncognitoContext) return;
  const life = new AbortController();
  let session = new AbortController();
  let update: (states: readonly BadgeState[]) => void = () => {};
  const begin = async (): Promise<void> => {
    session.abort();
    session = new AbortController();
    const deps = {
      page: document,
      site,
      createReader,
      ask: askAgain,
      open: (packed: string) => openScreen(packedFromText(packed)),
      nowMs: Date.now,
      reading: (pack: Pack) => {
        const isPrivate = createPrivacyCheck(pack);
        return () => !isPrivate(location.href);
      },
      accepts: (event: Event) => event.isTrusted,
      isOrphaned: () => !browser.runtime?.id,
      onOrphaned: () => life.abort(),
    };
    update = await startSession(deps, AbortSignal.any([life.signal, session.signal]));
  };
  listenToBackground({ "badge.update": (states) => update(states), "page.restart": () => void begin() }, life.signal);
  void begin();
}
