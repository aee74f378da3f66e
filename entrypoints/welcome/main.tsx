import { computed, signal } from "@preact/signals";
import type { ComponentChildren } from "preact";
import { i18n } from "#i18n";
import "../../components/welcome/welcome.css";
import { mountPage } from "../../components/ui/mount.tsx";
import { Notice } from "../../components/ui/notice.tsx";
import type { WelcomeActions } from "../../components/welcome/actions.ts";
import { Welcome } from "../../components/welcome/welcome.tsx";
import { askedErrorText } from "../../lib/i18n/asked-error-text.ts";
import { errorCode } from "../../lib/i18n/error-text.ts";
import { ask } from "../../lib/messaging/ask.ts";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import { openStore } from "../../lib/store/database.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

/** The place that was begun for one more community, while this page is to join it; null: the page is for the one that the member works for. */
const begun = signal<string | null>(null);
const here = openCommunities(life.signal);
const shown = computed(() => here.value && { ...here.value, chosen: begun.value ?? here.value.chosen });

function actionsFor(community: string): WelcomeActions {
  const ask = askFor(community);
  return {
    async join(sharing, invitation, name) {
      await ask("consent.give", { sharing });
      await ask("session.join", { invitation, name });
      // From here on the page is for the community that was joined, which is the one worked for.
      history.replaceState(null, "", location.pathname);
      begun.value = null;
    },
    whose: (invitation) => ask("invitation.whose", { invitation }),
    openSettings: () => void openOwnPage("options"),
  };
}

const mount = (view: ComponentChildren): void => void mountPage(document, () => i18n.t("card.title"), view);

async function open(): Promise<void> {
  if (location.hash === "#another") {
    try {
      begun.value = (await ask("community.begin", null)).community;
    } catch (thrown) {
      return mount(
        <main class="welcome">
          <Notice tone="danger">{askedErrorText(errorCode(thrown))}</Notice>
        </main>,
      );
    }
  }
  eachChosen(shown, life.signal, (community, signal) => {
    const state = openStoreState(signal, undefined, openStore(community));
    const actions = actionsFor(community);
    void state.read().then(() => signal.aborted || mount(<Welcome key={community} state={state} actions={actions} clock={Date.now} />));
  });
}

void open();
