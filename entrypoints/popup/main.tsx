import { i18n } from "#i18n";
import "../../components/queue/queue.css";
import { takeBack } from "../../components/composer/leaving.ts";
import type { PopupActions } from "../../components/queue/actions.ts";
import { Popup } from "../../components/queue/popup.tsx";
import { lazily } from "../../components/ui/lazily.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { openFirstState } from "../../lib/state/first-state.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { openSidePanel } from "./side-panel.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());
const languages = ownLanguages([...navigator.languages, i18n.t("ui.language")]);
const showPanel = openSidePanel();
const loadAnswering = async () => (await import("./answering.tsx")).PopupAnswer;

/** Opens the post's page with the card, where there is one. */
async function goOn({ id: mentionId }: Mention): Promise<boolean> {
  const { opened } = await ask("card.seek", { mentionId });
  if (opened) window.close();
  return opened;
}

const actions: PopupActions = {
  Reviews: lazily(async () => (await import("./reviewing.tsx")).Reviewing),
  async take(mention) {
    await ask("claim.take", { mentionId: mention.id });
    return goOn(mention);
  },
  goOn,
  async pass(mentionId, isPassed) {
    await ask("mention.pass", { mentionId, isPassed });
  },
  offerAgain: () => void ask("mention.offer_again", null),
  addPost: (pasted) => ask("post.add", pasted),
  Answering: lazily(loadAnswering),
  takeBack: (leave, mentionId) => takeBack(ask, leave, mentionId),
  openPage(page) {
    void openOwnPage(page).then(() => window.close());
  },
  openPanel: () => void showPanel().then(() => window.close()),
  sync: () => void ask("sync.now", null),
  retry: (operationId) => void ask("outbox.retry", { operationId }),
  discard: (operationId) => void ask("outbox.discard", { operationId }),
  dropText: (mentionId) => ask("text.drop", { mentionId }),
  keepText: ({ mentionId, text, post }) => ask("text.keep", { mentionId, text, post }),
};

function show(state: PersonalState): void {
  document.body.className = "popup";
  mountPage(document, i18n.t("card.title"), <Popup state={state} actions={actions} languages={languages} />);
}

/** What was shown is on the screen before more is loaded; a page that nobody sees paints nothing. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

async function open(): Promise<void> {
  const first = await openFirstState(Date.now);
  if (first) {
    show(first);
    await painted();
  }
  const { openLiveState } = await import("./live.ts");
  show(await openLiveState(life.signal, first));
  await loadAnswering();
}

void open();
