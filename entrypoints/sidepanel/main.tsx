import { i18n } from "#i18n";
import "../../components/triage/triage.css";
import "../../components/community/community-bar.css";
import { InCommunity } from "../../components/community/in-community.tsx";
import { answerByCopy } from "../../components/composer/answer-by-copy.ts";
import type { PanelActions } from "../../components/triage/actions.ts";
import { filterMemory } from "../../components/triage/filter.ts";
import { Panel } from "../../components/triage/panel.tsx";
import { mountPage } from "../../components/ui/mount.tsx";
import { askFor } from "../../lib/messaging/ask-for.ts";
import { communityActions } from "../../lib/messaging/community-actions.ts";
import { openOwnPage } from "../../lib/messaging/open-own-page.ts";
import { openPost } from "../../lib/messaging/open-post.ts";
import { reviewBy } from "../../lib/messaging/review.ts";
import { secondLookBy } from "../../lib/messaging/second-look.ts";
import type { Mention } from "../../lib/schema/mention.ts";
import { eachChosen, openCommunities } from "../../lib/state/communities.ts";
import { openStoreState } from "../../lib/state/open-store.ts";
import { openStore } from "../../lib/store/database.ts";
import { getMeta, setMeta } from "../../lib/store/meta.ts";

const life = new AbortController();
addEventListener("pagehide", () => life.abort());

function actionsFor(community: string): PanelActions {
  const ask = askFor(community);
  /** Fences of the claims that were taken in this panel, by mention: giving one back needs its fence. */
  const fences = new Map<string, number>();
  function taken({ id, claim }: Mention): string {
    if (claim) fences.set(id, claim.fence);
    return id;
  }

  return {
    ...reviewBy(ask),
    end: secondLookBy(ask).end,
    addPost: (pasted) => ask("post.add", pasted),
    tellLooking: (mentionId) => void ask("mention.look", { mentionId }).catch(() => {}),
    async take({ id }) {
      taken(await ask("claim.take", { mentionId: id }));
    },
    async route({ id }, route) {
      await ask("mention.route", { mentionId: id, route, note: "" });
    },
    async dismiss({ id }, reason) {
      await ask("mention.dismiss", { mentionId: id, reason });
    },
    async overrule({ id }, field, value) {
      await ask("mention.overrule", { mentionId: id, field, value });
    },
    async reopen({ id }) {
      await ask("mention.reopen", { mentionId: id });
    },
    async decline({ id }, wish, isDeclined) {
      await ask("opinion.decline", { mentionId: id, wish, isDeclined });
    },
    async assign({ id }, memberId) {
      await ask("mention.assign", { mentionId: id, memberId });
    },
    async merge({ id }, intoId) {
      await ask("mention.merge", { mentionId: id, intoId });
    },
    next: async () => taken(await ask("claim.next", null)),
    async giveBack(mentionId) {
      await ask("claim.release", { mentionId, fence: fences.get(mentionId) ?? 0 });
    },
    members: () => ask("member.list", {}),
    doings: () => ask("member.doings", {}),
    async takeBack(memberId, hours) {
      const { posts, ids } = await ask("member.take_back", { memberId, hours });
      return { posts, ids };
    },
    async undoTakeBack(id) {
      await ask("take_back.undo", { id });
    },
    history: (mentionId) => ask("mention.history", { mentionId }),
    openAnswering: answerByCopy(ask, document, navigator.clipboard),
    openWelcome: () => void openOwnPage("welcome"),
    openPost: (permalink) => void openPost(permalink),
    retry: (operationId) => void ask("outbox.retry", { operationId }),
    discard: (operationId) => void ask("outbox.discard", { operationId }),
  };
}

const here = openCommunities(life.signal);
eachChosen(here, life.signal, (community, signal) => {
  const store = openStore(community);
  const state = openStoreState(signal, undefined, store);
  const actions = actionsFor(community);
  // Drawn only after the first read: an empty list would say that nothing waits.
  void Promise.all([getMeta(store, "panelFilter"), state.read()]).then(([kept]) => {
    if (signal.aborted) return;
    const memory = filterMemory(kept, (filter) => void setMeta(store, "panelFilter", filter));
    void mountPage(
      document,
      () => i18n.t("panel.title"),
      <InCommunity here={here} community={community} actions={communityActions}>
        <Panel state={state} actions={actions} memory={memory} />
      </InCommunity>,
    );
  });
});
