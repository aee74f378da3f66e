import type { SiteAdapter } from "../../lib/sites/adapter.ts";

const mostTurns = 6;
const mostText = 2000;

/**
 * What a page that shows one talk says before `node`, oldest first. On a feed the posts before it are other people's matters, so there it is empty.
 */
export function threadBefore(adapter: SiteAdapter, page: Document, node: Element): string[] {
  const isBefore = (other: Element) =>
    (other.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 && !other.contains(node);
  const before = adapter.findPosts(page).filter(isBefore).slice(-mostTurns);
  const posts = [...before, node].flatMap((each) => adapter.readPost(each) ?? []);
  const isOwnPage = posts.some(({ permalink }) => permalink !== null && new URL(permalink).pathname === page.location.pathname);
  return isOwnPage ? posts.slice(0, -1).map(({ text }) => text.slice(0, mostText)) : [];
}
