import { i18n } from "#i18n";
import "../../components/settings/settings.css";
import "../../components/community/community-bar.css";
import { InCommunity } from "../../components/community/in-community.tsx";
import type { SettingsActions } from "../../components/settings/actions.ts";
import { Settings } from "../../components/settings/settings.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { allowAlerts } from "../../lib/messaging/allow-alerts.ts";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { breakActions } from "../../lib/messaging/break-actions.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import type { LiveState } from "../../lib/state/store-state.ts";
import { openStore } from "../../lib/store/database.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

function actionsFor(community: string, { session }: Pick<LiveState, "session">): SettingsActions {
  const ask = askFor(community);
  return {
    choose: (sharing) => ask("consent.give", { sharing }),
    read: (tags) => ask("languages.set", { languages: tags && [...tags] }),
    know: (topics) => ask("profile.save", { languages: session.value?.member?.profile?.languages ?? null, topics: [...topics] }),
    rename: (name) => ask("member.rename", { name }),
    speak: (language) => ask("language.choose", { language }),
    leave: (what) => ask("session.leave", what),
    sites: { list: () => ask("site.list", null), use: (site, use) => ask("site.use", { site, use }) },
    alerts: { state: () => ask("alerts.state", null), choose: (choices) => ask("alerts.choose", { choices }), allow: allowAlerts },
    breaks: breakActions(ask),
    devices: {
      list: () => ask("device.list", {}),
      signOut: (deviceId) => ask("device.sign_out", { deviceId }),
      invite: () => ask("device.invite", {}),
      copy: (text) => navigator.clipboard.writeText(text),
    },
    openWelcome: () => void openOwnPage("welcome"),
    openYou: () => void openOwnPage("you"),
  };
}

/** What is spoken is also read. */
function OwnSettings(props: { state: LiveState; actions: SettingsActions }) {
  return <Settings {...props} languages={ownLanguages([...navigator.languages, i18n.t("ui.language")])} />;
}

const here = openCommunities(life.signal);
eachChosen(here, life.signal, (community, signal) => {
  const state = openStoreState(signal, undefined, openStore(community));
  const actions = actionsFor(community, state);
  void state.read().then(() => {
    if (signal.aborted) return;
    void mountPage(
      document,
      () => i18n.t("settings.title"),
      <InCommunity here={here} community={community} actions={communityActions} isWayIn>
        <OwnSettings state={state} actions={actions} />
      </InCommunity>,
    );
  });
});
