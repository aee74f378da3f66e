import type { Matcher } from "../../lib/detect/matcher.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { asFanswerError } from "../../lib/schema/errors.ts";
import { mentionId } from "../../lib/schema/limits.ts";
import type { BadgeState, SeenPost } from "../../lib/schema/messages.ts";
import type { SiteReader } from "../../lib/sites/adapter.ts";
import { watchPosts } from "../../lib/sites/watcher.ts";
import { createBadges } from "./badges.ts";

export interface SessionDeps {
  readonly page: Document;
  readonly adapter: SiteReader;
  readonly ask: typeof Ask;
  /** Opens what the background packed. */
  readonly open: (packed: string) => Matcher;
  readonly nowMs: () => number;
  readonly mayRead: () => boolean;
  readonly accepts: (event: Event) => boolean;
  /** The extension was reloaded and this script speaks to nobody any more; then `onOrphaned` ends it. */
  readonly isOrphaned: () => boolean;
  readonly onOrphaned: () => void;
}

/**
 * Watches the page and shows badges until `signal` aborts; nothing happens while the extension is not in use. Gives
 * the way in for what the background says about badges.
 */
export async function startSession(deps: SessionDeps, signal: AbortSignal): Promise<(states: readonly BadgeState[]) => void> {
  const { page, adapter, nowMs } = deps;
  const fail = (thrown: unknown): void => {
    if (asFanswerError(thrown).code === "extension_reloaded") deps.onOrphaned();
  };
  const start = await deps.ask("page.start", { site: adapter.site }).catch(fail);
  if (!start || start.matcher === null || signal.aborted) return () => {};
  const matched = new Map<string, SeenPost>();
  const badges = createBadges(
    {
      page,
      nowMs,
      accepts: deps.accepts,
      anchor: adapter.anchor,
      onPress({ mentionId: id, state }) {
        const post = matched.get(id);
        if (state === "ask" && post) tell("post.share", post, id);
        else deps.ask("card.open", { mentionId: id }).catch(fail);
      },
    },
    signal,
  );
  const tell = (name: "post.seen" | "post.share", post: SeenPost, id: string): void => {
    deps.ask(name, post).then(
      (state) => badges.update([state]),
      (thrown) => {
        // Not taken: the next time the post is seen it is told again.
        if (name === "post.seen") matched.delete(id);
        fail(thrown);
      },
    );
  };
  watchPosts(
    {
      page,
      adapter,
      nowMs,
      mayRead: deps.mayRead,
      matcher: deps.open(start.matcher),
      onMatch({ node, post }, hits) {
        if (post.id === null) return;
        const id = mentionId(post.site, post.id);
        badges.put(node, { mentionId: id, state: start.sharing === "ask" ? "ask" : "needs_answer", who: null, untilMs: null });
        // The site may have shown only the beginning before.
        if ((matched.get(id)?.post.text.length ?? -1) >= post.text.length) return;
        matched.set(id, { post, hits });
        tell("post.seen", { post, hits }, id);
      },
      onMiss: badges.take,
      onDrift: (note) => void deps.ask("drift.note", note).catch(fail),
      onLook: () => (deps.isOrphaned() ? deps.onOrphaned() : badges.settle()),
    },
    signal,
  );
  return badges.update;
}
