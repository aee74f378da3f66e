import type { Post } from "../schema/post.ts";
import type { PostedReply, SeenReply, SiteAdapter } from "./adapter.ts";
import { holdsOnce } from "./nearness.ts";
import { cleanText } from "./text.ts";

export interface WatchCorrectionDeps {
  readonly adapter: SiteAdapter;
  /** The post that was answered; null while the page does not show it. */
  readonly post: () => Post | null;
  /** The answer as it was recorded. */
  readonly reply: PostedReply;
  /** When it was found wrong, epoch ms. */
  readonly foundMs: number;
  readonly signal: AbortSignal;
}

const lookMs = 500;

/** Other words than those that were recorded. A site that cuts a long text shows its beginning: that is no change. */
function isChanged(seen: string, recorded: string): boolean {
  const [now, then] = [seen, recorded].map((text) => cleanText(text).replace(/\s*(?:…|\.{3})$/u, ""));
  return now !== undefined && now !== "" && !holdsOnce(seen, recorded) && !then?.startsWith(now);
}

/**
 * Waits for the correction of an answer that was found wrong: its own words are others now, or the member answered the same post again since. Resolves
 * with where it stands; with null when `signal` aborts. That an answer is gone is not told: pages take out what is scrolled away.
 */
export function watchCorrection({ adapter, post, reply, foundMs, signal }: WatchCorrectionDeps): Promise<PostedReply | null> {
  const isCorrection = (seen: SeenReply): boolean => {
    if (seen.url === null || seen.text === "") return false;
    if (seen.url === reply.url) return isChanged(seen.text, reply.text);
    return seen.answers && Date.parse(seen.postedAt ?? "") > foundMs;
  };
  return new Promise((resolve) => {
    const look = (): void => {
      const shown = post();
      const found = shown && adapter.ownReplies(shown).find(isCorrection);
      if (found) end({ url: found.url, text: found.text });
    };
    const stop = (): void => end(null);
    const timer = setInterval(look, lookMs);
    const end = (found: PostedReply | null): void => {
      clearInterval(timer);
      signal.removeEventListener("abort", stop);
      resolve(found);
    };
    signal.addEventListener("abort", stop);
    look();
    if (signal.aborted) stop();
  });
}
