import { effect, signal } from "@preact/signals";
import { i18n } from "#i18n";
import "../../components/queue/queue.css";
import "../../components/community/community-bar.css";
import { InCommunity } from "../../components/community/in-community.tsx";
import { takeBack } from "../../components/composer/leaving.ts";
import type { PopupActions } from "../../components/queue/actions.ts";
import { Popup } from "../../components/queue/popup.tsx";
import { lazily } from "../../components/ui/lazily.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { allowAlerts } from "../../lib/messaging/allow-alerts.ts";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { breakActions } from "../../lib/messaging/break-actions.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { ownLanguages } from "../../lib/schema/language.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import type { CommunitiesHere } from "../../lib/state/communities.ts";
import { openFirstState } from "../../lib/state/first-state.ts";
import type { PersonalState } from "../../lib/state/store-state.ts";
import { readChosen, readFirstPaint } from "../../lib/store/first-paint.ts";
import { openSidePanel } from "./side-panel.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());
const showPanel = openSidePanel();
const loadAnswering = () => import("./answering.tsx");

function actionsFor(community: string): PopupActions {
  const ask = askFor(community);
  /** Opens the post's page with the card, where there is one. */
  const goOn = async ({ id: mentionId }: Mention): Promise<boolean> => {
    const { opened } = await ask("card.seek", { mentionId });
    if (opened) window.close();
    return opened;
  };
  return {
    Reviews: lazily(async () => (await import("./reviewing.tsx")).popupReviews(ask)),
    SecondLooks: lazily(async () => (await import("./reviewing.tsx")).popupLooks(ask)),
    async take(mention) {
      await ask("claim.take", { mentionId: mention.id });
      return goOn(mention);
    },
    goOn,
    async pass(mentionId, isPassed) {
      await ask("mention.pass", { mentionId, isPassed });
    },
    offerAgain: () => void ask("mention.offer_again", null),
    held: async () => (await import("./live.ts")).readHeld(community),
    addPost: (pasted) => ask("post.add", pasted),
    Answering: lazily(async () => (await loadAnswering()).popupAnswer(ask)),
    takeBack: (leave, mentionId) => takeBack(ask, leave, mentionId),
    sites: { list: () => ask("site.list", null), use: (site, use) => ask("site.use", { site, use }) },
    alerts: { state: () => ask("alerts.state", null), choose: (choices) => ask("alerts.choose", { choices }), allow: allowAlerts },
    breaks: breakActions(ask),
    badges: { know: (badges) => ask("badges.known", { badges: [...badges] }) },
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
}

const here = signal<CommunitiesHere | null>(null);

/** What is spoken is also read. */
function OwnPopup(props: { state: PersonalState; actions: PopupActions }) {
  return <Popup {...props} languages={ownLanguages([...navigator.languages, i18n.t("ui.language")])} />;
}

function show(community: string, state: PersonalState, actions: PopupActions): Promise<void> {
  document.body.className = "popup";
  return mountPage(
    document,
    () => i18n.t("card.title"),
    <InCommunity here={here} community={community} actions={communityActions}>
      <OwnPopup state={state} actions={actions} />
    </InCommunity>,
  );
}

/** What was shown is on the screen before more is loaded; a page that nobody sees paints nothing. */
const painted = () =>
  new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, 200);
  });

async function open(): Promise<void> {
  const begun = await readChosen();
  const actions = actionsFor(begun);
  let first = await openFirstState(Date.now, () => readFirstPaint(begun));
  if (first) {
    await show(begun, first, actions);
    await painted();
  }
  const { eachChosen, openCommunities, openLiveState } = await import("./live.ts");
  const communities = openCommunities(life.signal);
  const stop = effect(() => {
    here.value = communities.value;
  });
  life.signal.addEventListener("abort", stop);
  eachChosen(communities, life.signal, (community, signal) => {
    const [shown, own] = community === begun ? [first, actions] : [null, actionsFor(community)];
    first = null;
    void openLiveState(signal, community, shown).then((state) => (signal.aborted ? undefined : show(community, state, own)));
  });
  await loadAnswering();
}

void open();
