import browser from "webextension-polyfill";
import type { WorkerContext } from "../../../lib/background/context.ts";
import type { CompiledLists } from "../../../lib/background/posts/compiled-lists.ts";
import { watchTalk } from "../../../lib/background/posts/follow-ups.ts";
import { createSeeing } from "../../../lib/background/posts/seeing.ts";
import { compileStoredLists } from "../../../lib/background/posts/stored-lists.ts";
import type { Handlers } from "../../../lib/messaging/answer.ts";
import type { Caller } from "../../../lib/messaging/caller.ts";
import { tellTab } from "../../../lib/messaging/tabs.ts";
import { FanswerError } from "../../../lib/schema/errors.ts";
import type { BadgeState, SeenPost } from "../../../lib/schema/messages.ts";

type Names = "post.offer" | "post.share" | "post.add" | "follow_up.seen";

/** What one community says of the posts that pages show to all of them. */
export interface PostAnswers {
  readonly compiled: () => Promise<CompiledLists>;
  /** What its badge shows; null where it does not want the post. */
  readonly badgeFor: (seen: SeenPost, caller: Caller) => Promise<BadgeState | null>;
}

/** Posts that pages show, and one community's part in them. */
export function postHandlers(context: WorkerContext): Pick<Handlers, Names> & { readonly posts: PostAnswers } {
  const compiled = compileStoredLists(context.store, context.nowMs, browser.runtime.getManifest().version);
  const seeing = createSeeing(context, compiled);
  const owned = async (state: BadgeState): Promise<BadgeState> => ({ ...state, ...(await context.owner()) });
  return {
    posts: {
      compiled,
      async badgeFor(seen, caller) {
        const state = await seeing.badgeFor(seen);
        if (!state) return null;
        void watchTalk(context, state, caller).catch(() => {});
        return owned(state);
      },
    },
    async "post.offer"(seen, { tabId }) {
      if (tabId === null) throw new FanswerError("forbidden", "post.offer");
      return owned(await seeing.offer(seen, tabId));
    },
    async "post.share"({ mentionId }, { tabId }) {
      const state = await owned(await seeing.shareOffered(mentionId));
      if (tabId !== null) await tellTab(tabId, "badge.update", [state]);
      return state;
    },
    "post.add": (pasted) => seeing.add(pasted),
    async "follow_up.seen"(seen) {
      await seeing.followUp(seen);
      return null;
    },
  };
}
