import type { SiteAdapter } from "./adapter.ts";

/** The node that shows the post with this id now; null when it is not on the page. */
export function findPost(adapter: SiteAdapter, page: Document, postId: string): Element | null {
  return adapter.findPosts(page).find((node) => adapter.readPost(node)?.id === postId) ?? null;
}
