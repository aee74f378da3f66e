import browser from "webextension-polyfill";
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { ask } from "../../lib/messaging/ask.ts";
import { listen } from "../../lib/messaging/listen.ts";
import { chooseAdapter } from "../../lib/sites/choose.ts";
import { watchFollowUps } from "../../lib/sites/follow-ups.ts";

/** What an earlier injection into this tab left in our isolated world. */
interface World {
  fanswerThread?: AbortController;
}

/** Watches one talk for what the author of an answered post writes next; put into a tab when it shows such a talk. */
export default defineUnlistedScript(() => {
  const world = globalThis as World;
  world.fanswerThread?.abort();
  world.fanswerThread = new AbortController();
  const { signal } = world.fanswerThread;
  let watching = new AbortController();
  const stop = () => watching.abort();
  signal.addEventListener("abort", stop);
  listen(
    {
      "thread.watch"({ mentionId, postId }) {
        stop();
        watching = new AbortController();
        const adapter = chooseAdapter(location.href, document);
        const { href } = location;
        if (!adapter) return;
        watchFollowUps(
          {
            page: document,
            adapter,
            postId,
            mayRead() {
              const isOver = location.href !== href || browser.runtime?.id === undefined;
              if (isOver) stop();
              return !isOver;
            },
            onLater: (later) => void ask("follow_up.seen", { mentionId, ...later }).catch(() => {}),
          },
          watching.signal,
        );
      },
      "page.restart": stop,
    },
    signal,
  );
});
