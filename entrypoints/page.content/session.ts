import { learnLetters } from "../../lib/detect/letters/signs.ts";
import type { Screen } from "../../lib/detect/screen/screen.ts";
import { marks } from "../../lib/i18n/mark-words.ts";
import type { askAgain } from "../../lib/messaging/ask-again.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { mentionId } from "../../lib/schema/limits.ts";
import type { BadgeState } from "../../lib/schema/messages.ts";
import type { Pack } from "../../lib/schema/pack.ts";
import type { Post, SiteId } from "../../lib/schema/post.ts";
import type { SiteReader } from "../../lib/sites/adapter.ts";
import { watchPosts } from "../../lib/sites/watcher.ts";
import { createBadges } from "./badges.ts";

export interface SessionDeps {
  readonly page: Document;
  readonly site: SiteId;
  readonly createReader: (page: Document, pack: Pack) => SiteReader;
  readonly ask: typeof askAgain;
  /** Opens what the background packed. */
  readonly open: (packed: string) => Screen;
  readonly nowMs: () => number;
  /** What tells, with this pack, whether the page may be read now. */
  readonly reading: (pack: Pack) => () => boolean;
  readonly accepts: (event: Event) => boolean;
  /** The extension was reloaded and this script speaks to nobody any more; then `onOrphaned` ends it. */
  readonly isOrphaned: () => boolean;
  readonly onOrphaned: () => void;
}

/** Mentions that a tab remembers: more than anybody scrolls back to. */
const mostTold = 1000;

/**
 * Watches the page and shows badges until `signal` aborts; nothing happens while the extension is not in use. Gives
 * the way in for what the background says about badges.
 */
export async function startSession(deps: SessionDeps, signal: AbortSignal): Promise<(states: readonly BadgeState[]) => void> {
  const { page, nowMs } = deps;
  const fail = (thrown: unknown): void => {
    if (thrown instanceof FanswerError && thrown.code === "extension_reloaded") deps.onOrphaned();
  };
  const start = await deps.ask("page.start", { site: deps.site }).catch(fail);
  if (!start || signal.aborted) return () => {};
  marks.texts = start.texts;
  const pack = start.pack as Pack;
  learnLetters(start.letters);
  const adapter = deps.createReader(page, pack);
  /** By mention: how much of the post was told, on which page, and the post itself where it may have to be told again. */
  const told = new Map<string, { readonly length: number; readonly path: string; readonly post: Post | null }>();
  const remember = (id: string, post: Post): void => {
    told.set(id, {
      length: post.translated ? 0 : post.text.length,
      path: page.location.pathname,
      post: start.sharing === "ask" ? post : null,
    });
    const [oldest] = told.keys();
    if (told.size > mostTold && oldest !== undefined && badges.forget(oldest)) told.delete(oldest);
  };
  const badges = createBadges(
    {
      page,
      css: start.css,
      nowMs,
      accepts: deps.accepts,
      anchor: adapter.anchor,
      onPress({ mentionId: id, state, community }) {
        const post = told.get(id)?.post;
        if (state === "ask" && post) deps.ask("post.offer", { post }, community).then((now) => badges.update([now]), fail);
        else deps.ask("card.open", { mentionId: id }, community).catch(fail);
      },
    },
    signal,
  );
  const tell = (post: Post, id: string): void => {
    deps.ask("post.seen", { post }).then(
      (states) => (states.length > 0 ? badges.set(id, states) : badges.drop(id)),
      (thrown) => {
        // The background did not take it: the next time the post is seen it is told again.
        told.delete(id);
        fail(thrown);
      },
    );
  };
  watchPosts(
    {
      page,
      adapter,
      nowMs,
      mayRead: deps.reading(pack),
      screen: deps.open(start.screen),
      onMatch({ node, post }, isSure) {
        if (post.id === null) return;
        const id = mentionId(post.site, post.id);
        badges.put(node, id, isSure ? [{ mentionId: id, state: "unknown", who: null, untilMs: null }] : []);
        // The site may have shown only the beginning before, or another part of the talk.
        const before = told.get(id);
        if (before && before.length >= post.text.length && before.path === page.location.pathname) return;
        remember(id, post);
        tell(post, id);
      },
      onMiss: badges.take,
      onDrift: (note) => void deps.ask("drift.note", note).catch(fail),
      onLook: () => (deps.isOrphaned() ? deps.onOrphaned() : badges.settle()),
    },
    signal,
  );
  return badges.update;
}
