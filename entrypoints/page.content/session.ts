import type { Screen } from "../../lib/detect/screen.ts";
import type { ask as Ask } from "../../lib/messaging/ask.ts";
import { asFanswerError } from "../../lib/schema/errors.ts";
import { mentionId } from "../../lib/schema/limits.ts";
import type { BadgeState, SeenPost } from "../../lib/schema/messages.ts";
import type { Pack } from "../../lib/schema/pack.ts";
import type { SiteId } from "../../lib/schema/post.ts";
import type { SiteReader } from "../../lib/sites/adapter.ts";
import { watchPosts } from "../../lib/sites/watcher.ts";
import { createBadges } from "./badges.ts";

export interface SessionDeps {
  readonly page: Document;
  readonly site: SiteId;
  readonly createReader: (page: Document, pack: Pack) => SiteReader;
  readonly ask: typeof Ask;
  /** Opens what the background packed. */
  readonly open: (packed: string) => Screen;
  readonly nowMs: () => number;
  readonly mayRead: (pack: Pack) => boolean;
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
  const { page, nowMs } = deps;
  const fail = (thrown: unknown): void => {
    if (asFanswerError(thrown).code === "extension_reloaded") deps.onOrphaned();
  };
  const start = await deps.ask("page.start", { site: deps.site }).catch(fail);
  if (!start || signal.aborted) return () => {};
  const pack = start.pack as Pack;
  const adapter = deps.createReader(page, pack);
  const matched = new Map<string, SeenPost>();
  const badges = createBadges(
    {
      page,
      css: start.css,
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
      (state) => (state ? badges.update([state]) : badges.drop(id)),
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
      mayRead: () => deps.mayRead(pack),
      screen: deps.open(start.screen),
      onMatch({ node, post }, isSure) {
        if (post.id === null) return;
        const id = mentionId(post.site, post.id);
        const first: BadgeState = { mentionId: id, state: start.sharing === "ask" ? "ask" : "needs_answer", who: null, untilMs: null };
        badges.put(node, id, isSure ? first : null);
        // The site may have shown only the beginning before.
        if ((matched.get(id)?.post.text.length ?? -1) >= post.text.length) return;
        matched.set(id, { post });
        tell("post.seen", { post }, id);
      },
      onMiss: badges.take,
      onDrift: (note) => void deps.ask("drift.note", note).catch(fail),
      onLook: () => (deps.isOrphaned() ? deps.onOrphaned() : badges.settle()),
    },
    signal,
  );
  return badges.update;
}
