import browser from "webextension-polyfill";
import type { WorkerContext } from "../../../lib/background/context.ts";
import { watchTalk } from "../../../lib/background/posts/follow-ups.ts";
import { createSeeing } from "../../../lib/background/posts/seeing.ts";
import { compileStoredLists } from "../../../lib/background/posts/stored-lists.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import { tellTab } from "../../../lib/messaging/tabs.ts";
import { badgeStyle } from "../../../lib/page/badge-style.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import { profiles } from "../../../lib/sites/profiles.ts";
import { readSession } from "../../../lib/store/meta.ts";

type Names = "page.start" | "post.seen" | "post.offer" | "post.share" | "post.add" | "follow_up.seen" | "drift.note";

/** Posts that pages show. */
export function postHandlers(context: WorkerContext): Pick<Handlers, Names> {
  const { store, nowMs } = context;
  const compiled = compileStoredLists(store, nowMs, browser.runtime.getManifest().version);
  const seeing = createSeeing(context, compiled);
  return {
    async "page.start"({ site }, caller) {
      const { consented, member, sharing, shutOut } = await readSession(store);
      const { pack, watched } = profiles[site];
      if (!consented || !member || shutOut || !pack || watched.length === 0) return null;
      void context.awaitedCards.onPage(caller).catch(() => {});
      return { pack, screen: (await compiled()).screen, css: badgeStyle, sharing };
    },
    async "post.seen"(seen, caller) {
      const state = await seeing.badgeFor(seen);
      if (state) void watchTalk(context, state, caller).catch(() => {});
      return state;
    },
    async "post.offer"(seen, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "post.offer");
      return seeing.offer(seen, tabId);
    },
    async "post.share"({ mentionId }, { tabId }) {
      const state = await seeing.shareOffered(mentionId);
      if (tabId !== null) await tellTab(tabId, "badge.update", [state]);
      return state;
    },
    "post.add": (pasted) => seeing.add(pasted),
    async "follow_up.seen"(seen) {
      await seeing.followUp(seen);
      return null;
    },
    async "drift.note"(drift) {
      await store.drifts.put({ ...drift, at: new Date(nowMs()).toISOString() });
      return null;
    },
  };
}
