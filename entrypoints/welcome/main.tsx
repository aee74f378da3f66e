import { i18n } from "#i18n";
import "../../components/welcome/welcome.css";
import { mountPage } from "../../components/ui/mount.tsx";
import { Welcome, type WelcomeActions } from "../../components/welcome/welcome.tsx";
import { ask } from "../../lib/messaging/ask.ts";

const actions: WelcomeActions = {
  async join(sharing, invitation, name) {
    await ask("consent.give", { sharing });
    return ask("session.join", { invitation, name });
  },
  choose: (sharing) => ask("consent.give", { sharing }),
  leave: () => ask("session.leave", null),
};

const session = await ask("session.get", null);
mountPage(document, i18n.t("card.title"), <Welcome session={session} actions={actions} clock={Date.now} />);
