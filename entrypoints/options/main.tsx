import { i18n } from "#i18n";
import "../../components/settings/settings.css";
import type { SettingsActions } from "../../components/settings/actions.ts";
import { Settings } from "../../components/settings/settings.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { ask } from "../../lib/messaging/ask.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import { openStoreState } from "../../lib/state/open-store.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());
const languages = ownLanguages([...navigator.languages, i18n.t("ui.language")]);

const actions: SettingsActions = {
  choose: (sharing) => ask("consent.give", { sharing }),
  read: (tags) => ask("languages.set", { languages: tags && [...tags] }),
  rename: (name) => ask("member.rename", { name }),
  leave: (what) => ask("session.leave", what),
  devices: {
    list: () => ask("device.list", {}),
    signOut: (deviceId) => ask("device.sign_out", { deviceId }),
    invite: () => ask("device.invite", {}),
    copy: (text) => navigator.clipboard.writeText(text),
  },
  openWelcome: () => void openOwnPage("welcome"),
};

const state = openStoreState(life.signal);
void state.read.then(() =>
  mountPage(document, i18n.t("settings.title"), <Settings state={state} actions={actions} languages={languages} />),
);
