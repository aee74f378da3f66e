import { follows, type SignalFinder } from "../select.ts";
import { type CommentTag, type PostLink, readCommentTag, readPostLink } from "./links.ts";
import type { Story } from "./read.ts";
import { findUnits } from "./units.ts";

/** True for what belongs to the unit itself and not to a comment below it. */
export function isOwn(find: SignalFinder, node: Element, element: Element): boolean {
  const comment = find.around(element, "comment");
  return !comment || comment.contains(node);
}

/** The link that leads to the unit itself, which is mostly its time. */
export function ownLink(find: SignalFinder, node: Element, own: Story, shared: Story | undefined): Element | null {
  return find.first(node, "permalink", (link) => {
    const isShared = shared !== undefined && follows(shared.header, link);
    const isText = own.textElements.some((text) => text.contains(link));
    return !isShared && !isText && isOwn(find, node, link) && readPostLink(link.getAttribute("href")) !== null;
  });
}

/** The post's own link; else the post that its comments name; else, on a page about one post, the address. */
export function postLink(find: SignalFinder, node: Element, own: Story, shared: Story | undefined): PostLink | null {
  const link = readPostLink(ownLink(find, node, own, shared)?.getAttribute("href"));
  if (link) return withoutComment(link);
  for (const author of node.querySelectorAll("a[href*='comment_id=']")) {
    const tag = readCommentTag(author.getAttribute("href"));
    if (tag) return withoutComment(taggedLink(tag));
  }
  const address = readPostLink(node.ownerDocument.location?.href);
  const isOnly = address !== null && findUnits(find, node.ownerDocument)[0] === node;
  return isOnly ? withoutComment(address) : null;
}

/** A link to a comment, turned into one to its post. */
function withoutComment({ postId, url }: PostLink): PostLink {
  return { id: postId, postId, isComment: false, url: url.replace(/[?&](reply_)?comment_id=\d+/g, "") };
}

/** The comment's own link; else the ids that its author's link carries. */
export function commentLink(node: Element): PostLink | null {
  const links = [...node.querySelectorAll("a[href*='comment_id=']")].map((link) => link.getAttribute("href"));
  const timed = links.map(readPostLink).find((link) => link?.isComment);
  if (timed) return timed;
  const tag = links.map(readCommentTag).find((found) => found !== null);
  return tag ? taggedLink(tag) : null;
}

function taggedLink({ postId, commentId }: CommentTag): PostLink {
  return { id: commentId, postId, isComment: true, url: `https://www.facebook.com/${postId}?comment_id=${commentId}` };
}
