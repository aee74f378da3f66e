import { i18n } from "#i18n";
import "../../components/you/you.css";
import "../../components/community/community-bar.css";
import { InCommunity } from "../../components/community/in-community.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { saveFile } from "../../components/ui/save-file.ts";
import type { YouActions } from "../../components/you/actions.ts";
import { You } from "../../components/you/you.tsx";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import type { OwnPage } from "../../lib/schema/own-work.ts";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import type { LiveState } from "../../lib/state/store-state.ts";
import { openStore, type Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { keepOwnPage } from "../../lib/store/own-page.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

function actionsFor(community: string, store: Store, kept: OwnPage | null): YouActions {
  const ask = askFor(community);
  return {
    kept,
    async read() {
      const [level, points, weeks, answers, reviews] = await Promise.all([
        ask("member.own_level", {}),
        ask("member.own_points", {}),
        ask("member.own_weeks", {}),
        ask("member.own_answers", { kind: null, after: null }),
        ask("member.own_reviews", { after: null }),
      ]);
      const page = { atMs: Date.now(), level, points, weeks, answers, reviews };
      await keepOwnPage(store, page);
      return page;
    },
    answers: (query) => ask("member.own_answers", query),
    badges: { read: () => ask("member.own_badges", {}), know: (badges) => ask("badges.known", { badges: [...badges] }) },
    reviews: (query) => ask("member.own_reviews", query),
    data: (query) => ask("member.own_data", query),
    save: saveFile,
    board: {
      read: (languages) => ask("board.read", { languages: [...languages] }),
      choose: (isListed) => ask("board.choose", { isListed }),
    },
    openPage: (page) => void openOwnPage(page),
  };
}

/** What is spoken is also read. */
function OwnYou(props: { state: LiveState; actions: YouActions }) {
  return <You {...props} languages={ownLanguages([...navigator.languages, i18n.t("ui.language")])} />;
}

const here = openCommunities(life.signal);
eachChosen(here, life.signal, (community, signal) => {
  const store = openStore(community);
  // The page shows none of the posts on the device.
  const state = openStoreState(signal, async () => [], store);
  void Promise.all([getMeta(store, "ownPage"), state.read()]).then(([kept = null]) => {
    if (signal.aborted) return;
    void mountPage(
      document,
      () => i18n.t("you.title"),
      <InCommunity here={here} community={community} actions={communityActions} isWayIn>
        <OwnYou state={state} actions={actionsFor(community, store, kept)} />
      </InCommunity>,
    );
  });
});
