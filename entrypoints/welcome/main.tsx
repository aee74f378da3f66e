import { i18n } from "#i18n";
import "../../components/welcome/welcome.css";
import { mountPage } from "../../components/ui/mount.tsx";
import type { WelcomeActions } from "../../components/welcome/actions.ts";
import { Welcome } from "../../components/welcome/welcome.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { openStoreState } from "../../lib/state/open-store.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

const actions: WelcomeActions = {
  async join(sharing, invitation, name) {
    await ask("consent.give", { sharing });
    return ask("session.join", { invitation, name });
  },
  openSettings: () => void openOwnPage("options"),
};

const state = openStoreState(life.signal);
void state.read.then(() => mountPage(document, i18n.t("card.title"), <Welcome state={state} actions={actions} clock={Date.now} />));
