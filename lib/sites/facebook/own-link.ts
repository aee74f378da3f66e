import { follows, type SignalFinder } from "../select.ts";
import { type CommentTag, isLasting, type PostLink, readCommentTag, readPostLink } from "./links.ts";
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

/**
 * The post's own link, by the number that everybody sees wherever the page tells it: in the link, in the comments, on a page about one post in its address.
 */
export function postLink(find: SignalFinder, node: Element, own: Story, shared: Story | undefined): PostLink | null {
  let link = readPostLink(ownLink(find, node, own, shared)?.getAttribute("href"));
  if (!isLasting(link)) {
    const [tag] = tagsIn(node);
    if (tag) return toPost(tag.postId, link?.url.replace(link.postId, tag.postId) ?? `https://www.facebook.com/${tag.postId}`);
    const address = readPostLink(node.ownerDocument.location?.href);
    if (address && (!link || isLasting(address)) && findUnits(find, node.ownerDocument)[0] === node) link = address;
  }
  return link && toPost(link.postId, link.url);
}

function tagsIn(node: Element): CommentTag[] {
  return [...node.querySelectorAll("a[href*='comment_id=']")].flatMap((link) => readCommentTag(link.getAttribute("href")) ?? []);
}

/** The link to a post; one to a comment leads to its post here. */
function toPost(postId: string, url: string): PostLink {
  return { id: postId, postId, isComment: false, url: url.replace(/[?&](reply_)?comment_id=\d+/g, "") };
}

/** The comment's own link; else the ids that its author's link carries. */
export function commentLink(node: Element): PostLink | null {
  const links = [...node.querySelectorAll("a[href*='comment_id=']")].map((link) => readPostLink(link.getAttribute("href")));
  const timed = links.find((link) => link?.isComment);
  if (timed) return timed;
  const [tag] = tagsIn(node);
  if (!tag) return null;
  const { postId, commentId } = tag;
  return { id: commentId, postId, isComment: true, url: `https://www.facebook.com/${postId}?comment_id=${commentId}` };
}
