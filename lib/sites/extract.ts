import type { Post } from "../schema/post.ts";
import type { SiteReader } from "./adapter.ts";

/** Every readable post of the page once, in its order; one that the page shows twice counts where it comes first. */
export function extractPosts(adapter: SiteReader, page: Document): Post[] {
  const posts = new Map<string, Post>();
  for (const node of adapter.findPosts(page)) {
    const post = adapter.readPost(node);
    const key = post && (post.id ?? `${post.author.handle ?? post.author.name}\n${post.text}`);
    if (post && key && !posts.has(key)) posts.set(key, post);
  }
  return [...posts.values()];
}
