import type { Post } from "../schema/post.ts";
import type { SeenReply, SiteAdapter } from "./adapter.ts";

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
/** Share of common words from which a reply whose time is unknown counts as the placed one. */
const alike = 0.4;

/**
 * Waits for the proof that the placed reply was posted: a reply of the member's own that was not there before.
 * Resolves with it; with null after ten minutes or when `signal` aborts. A cleared reply box proves nothing.
 */
export function watchReply({ page, adapter, post, text, nowMs, signal }: WatchReplyDeps): Promise<SeenReply | null> {
  const before = new Set(adapter.ownReplies(post).map(({ url }) => url));
  const beganMs = nowMs();
  const isProof = ({ url, text: seen, postedAt }: SeenReply): boolean => {
    if (before.has(url)) return false;
    return postedAt ? Date.parse(postedAt) > beganMs - skewMs : similarity(seen, text) >= alike;
  };
  return new Promise((resolve) => {
    const look = (): void => {
      const [best] = adapter
        .ownReplies(post)
        .filter(isProof)
        .sort((one, other) => similarity(other.text, text) - similarity(one.text, text));
      if (best) end({ ...best, text: best.text || text });
      else if (nowMs() - beganMs > windowMs) end(null);
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
    if (signal.aborted) stop();
  });
}

/** Share of words that two texts have in common (Jaccard index), 0..1. */
function similarity(one: string, other: string): number {
  const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
  const first = words(one);
  const second = words(other);
  const common = [...first].filter((word) => second.has(word)).length;
  return common === 0 ? 0 : common / (first.size + second.size - common);
}
