import type { Post } from "../schema/post.ts";
import type { SeenReply, SiteAdapter } from "./adapter.ts";
import { nearness } from "./nearness.ts";
import { followBox, isNear, wordsIn } from "./sent-words.ts";

export interface WatchReplyDeps {
  readonly page: Document;
  readonly adapter: SiteAdapter;
  /** The post that is answered. */
  readonly post: Post;
  /** What was placed; the person may have changed it before posting. */
  readonly text: string;
  readonly nowMs: () => number;
  readonly signal: AbortSignal;
}

const windowMs = 10 * 60_000;
const lookMs = 500;
/** How far the device's clock may be ahead of the site's. */
const skewMs = 120_000;
/** How long a sign that proves nothing may wait for the proof; then the person is asked. */
const hintMs = 5_000;

/**
 * Waits for the proof that the placed reply was posted: words of the member's own near the placed ones that were not there before and answer this very
 * post; or the site's notice that it took a post, right after such words left the box that answers this one. Resolves with it; with null, and then the
 * person must be asked, after ten minutes, when `signal` aborts, or when there are signs of a reply but no proof. A cleared reply box alone proves
 * nothing, nor does a notice, which may be of any post.
 */
export function watchReply({ page, adapter, post, text, nowMs, signal }: WatchReplyDeps): Promise<SeenReply | null> {
  const before = new Set(adapter.ownReplies(post).map(({ url }) => url));
  const beganMs = nowMs();
  const box = followBox(page, adapter, post, text);
  const isFresh = ({ url, postedAt }: SeenReply) => !before.has(url) && (!postedAt || Date.parse(postedAt) > beganMs - skewMs);
  /** A notice with the words that the reply box just sent. */
  const withWords = (reply: SeenReply): SeenReply => {
    const sent = reply.text === "" ? box.sent(nowMs()) : null;
    return sent === null ? reply : { ...reply, text: sent, answers: true };
  };
  /** The placed words still wait in some box. */
  const isWaiting = () => [...page.querySelectorAll(adapter.editorSelector)].some((editor) => isNear(wordsIn(editor), text));
  let hintedMs: number | null = null;
  return new Promise((resolve) => {
    const look = (): void => {
      box.look(nowMs());
      const fresh = adapter.ownReplies(post).filter(isFresh).map(withWords);
      const [proof] = fresh
        .filter((reply) => reply.answers && isNear(reply.text, text))
        .sort((one, other) => nearness(other.text, text) - nearness(one.text, text));
      const isHint = fresh.some((reply) => reply.answers || reply.text === "" || isNear(reply.text, text)) && !isWaiting();
      hintedMs = isHint ? (hintedMs ?? nowMs()) : null;
      if (proof) end(proof);
      else if (nowMs() - (hintedMs ?? Infinity) >= hintMs || nowMs() - beganMs > windowMs) end(null);
    };
    const timer = setInterval(look, lookMs);
    const observer = new MutationObserver(look);
    const stop = (): void => end(null);
    const end = (reply: SeenReply | null): void => {
      clearInterval(timer);
      observer.disconnect();
      signal.removeEventListener("abort", stop);
      resolve(reply);
    };
    signal.addEventListener("abort", stop);
    observer.observe(page.documentElement, { childList: true, subtree: true });
    look();
    if (signal.aborted) stop();
  });
}
