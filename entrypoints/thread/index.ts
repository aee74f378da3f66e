import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../../lib/messaging/ask.ts";
import { listenToBackground } from "../../lib/messaging/listen.ts";
import { beginAlone } from "../../lib/page/alone.ts";
import type { ToPage } from "../../lib/schema/to-page.ts";
import { chooseAdapter } from "../../lib/sites/choose.ts";
import { watchFollowUps } from "../../lib/sites/follow-ups.ts";

const isAlive = () => browser.runtime?.id !== undefined;

/** Watches talks for what the authors of answered posts write next; put into a tab that shows one, injected again it changes nothing. */
export default defineUnlistedScript(() => {
  const life = beginAlone("fanswerThread", isAlive);
  if (!life) return;
  /** Ends the watching of each talk, by community and mention. */
  const talks = new Map<string, AbortController>();
  const watch = ({ community, mentionId, postId }: ToPage["thread.watch"]): void => {
    const key = `${community} ${mentionId}`;
    talks.get(key)?.abort();
    const talk = new AbortController();
    talks.set(key, talk);
    const { href } = location;
    const adapter = chooseAdapter(href, document);
    if (!adapter) return;
    const mayRead = (): boolean => {
      const isOver = location.href !== href || !isAlive();
      if (isOver) talk.abort();
      return !isOver;
    };
    const onLater: Parameters<typeof watchFollowUps>[0]["onLater"] = (later) =>
      void ask("follow_up.seen", { mentionId, ...later }, community).catch(() => {});
    watchFollowUps({ page: document, adapter, postId, mayRead, onLater }, AbortSignal.any([life, talk.signal]));
  };
  listenToBackground(
    {
      "thread.watch": watch,
      "page.restart"() {
        for (const talk of talks.values()) talk.abort();
      },
    },
    life,
  );
});
