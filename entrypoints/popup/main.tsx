import browser from "webextension-polyfill";
import { i18n } from "#i18n";
import "../../components/queue/queue.css";
import { answerByCopy } from "../../components/composer/answer-by-copy.ts";
import { Popup, type PopupActions } from "../../components/queue/popup.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openPost } from "../../lib/messaging/open-post.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import { viewPersonal } from "../../lib/store/personal-view.ts";
import { Reviewing } from "./reviewing.tsx";
import { openSidePanel } from "./side-panel.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());
const showPanel = openSidePanel();

const actions: PopupActions = {
  Reviews: Reviewing,
  async take(mention) {
    await ask("claim.take", { mentionId: mention.id });
    if (!(await openPost(mention.permalink))) return false;
    window.close();
    return true;
  },
  openAnswering: answerByCopy(ask, document, navigator.clipboard),
  openPost: (permalink) => void openPost(permalink),
  openPage(page) {
    void browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) }).then(() => window.close());
  },
  openPanel: () => void showPanel().then(() => window.close()),
  sync: () => void ask("sync.now", null),
  retry: (operationId) => void ask("outbox.retry", { operationId }),
  discard: (operationId) => void ask("outbox.discard", { operationId }),
};

document.body.className = "popup";
mountPage(document, i18n.t("card.title"), <Popup state={openStoreState(life.signal, viewPersonal)} actions={actions} />);
