import type { Post } from "../schema/post.ts";
import type { SiteReader } from "./adapter.ts";

/** A post by the author of another one, and the id of what it stands below: the nearest before it by somebody else. */
export interface Later {
  readonly post: Post;
  readonly below: string;
}

/** What the author of the post with this id wrote after it, as the page shows it. `posts`: all readable ones, in page order. Pure. */
export function laterPosts(posts: readonly Post[], postId: string, me: string | null): Later[] {
  const start = posts.findIndex(({ id }) => id === postId);
  const author = posts[start]?.author.handle ?? null;
  if (author === null || author === me) return [];
  const later: Later[] = [];
  let below: string | null = null;
  for (const post of posts.slice(start + 1)) {
    if (post.author.handle !== author) below = post.id;
    else if (post.id !== null && below !== null && !post.protected && !post.promoted) later.push({ post, below });
  }
  return later;
}

export interface FollowUpDeps {
  readonly page: Document;
  readonly adapter: SiteReader;
  readonly postId: string;
  /** False when the page is about something else by now, or private; it is not read then. */
  readonly mayRead: () => boolean;
  /** Called once for each of them. */
  readonly onLater: (later: Later) => void;
}

/** How often a changed page is looked at, ms: talks load while one reads them. */
const lookMs = 1_500;

/** Looks for what a post's author wrote after it, until `signal` aborts: at once, and while the page changes. */
export function watchFollowUps({ page, adapter, postId, mayRead, onLater }: FollowUpDeps, signal: AbortSignal): void {
  const told = new Set<string>();
  let isStirred = true;
  const look = () => {
    if (!isStirred || !mayRead()) return;
    isStirred = false;
    const posts = adapter.findPosts(page).flatMap((node) => adapter.readPost(node) ?? []);
    for (const later of laterPosts(posts, postId, adapter.me())) {
      if (told.has(`${later.post.id}`)) continue;
      told.add(`${later.post.id}`);
      onLater(later);
    }
  };
  const observer = new MutationObserver(() => {
    isStirred = true;
  });
  observer.observe(page.documentElement, { childList: true, characterData: true, subtree: true });
  const timer = setInterval(look, lookMs);
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    observer.disconnect();
  });
  look();
}
