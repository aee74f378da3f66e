import type { Pack } from "../../schema/pack.ts";
import type { Post } from "../../schema/post.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { readNumbers } from "../numbers.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, type Finder, follows } from "../select.ts";
import { type PostLink, profileKey, readCommentTag, readPostLink } from "./links.ts";
import { readStories, type Story } from "./read.ts";
import { findUnits } from "./units.ts";

/** Facebook, read through `pack` from `page`: posts, and the comments below them. */
export function createFacebook(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const me = (): string | null =>
    profileKey(find.first(page, "me", (link) => profileKey(link.getAttribute("href")) !== null)?.getAttribute("href"));
  const findPosts = (root: ParentNode): Element[] => findUnits(find, root);
  const readPost = (node: Element): Post | null => {
    const [own, shared] = readStories(find, node);
    if (!own?.text || (!own.author.handle && !own.author.name)) return null;
    const isComment = find.is(node, "comment");
    const link = isComment ? commentLink(node) : postLink(find, node, own, shared);
    return {
      site: "facebook",
      id: link?.id ?? null,
      permalink: link?.url ?? null,
      author: own.author,
      text: own.text,
      partial: own.textElements.some((element) => find.first(element, "more") !== null),
      lang: own.textElements[0]?.closest("[lang]:not(html)")?.getAttribute("lang") || null,
      // Shown relative to now, in the reader's language, and scrambled in the feed.
      postedAt: null,
      isReply: isComment,
      quoted: shared ? { author: shared.author, text: shared.text } : null,
      counts: { replies: countOf(find, node, "comments"), reposts: null, likes: countOf(find, node, "likes"), views: null },
      protected: null,
      promoted: null,
    };
  };
  return {
    site: pack.site,
    editorSelector: find.css("editor"),
    findPosts,
    readPost,
    me,
    missing(node) {
      const [own] = readStories(find, node);
      const isWordless = find.first(node, "media") !== null;
      return [...(own ? [] : ["author"]), ...(own?.text || isWordless ? [] : ["text"])];
    },
    anchor(node) {
      const [own, shared] = readStories(find, node);
      const link = own ? ownLink(find, node, own, shared) : null;
      return link?.textContent?.trim() ? link : (own?.header.querySelector("a[href]") ?? own?.header ?? null);
    },
    openComposer: (node, signal) => openReplyBox({ control: replyControl(find, node), editor: editorFinder(find, page, node) }, signal),
    ownReplies(post) {
      const mine = me();
      const target = readPostLink(post.permalink)?.postId;
      const replies = find.all(page, "comment").map((node): SeenReply | null => {
        const link = commentLink(node);
        if (mine === null || link === null || link.id === post.id || (target && link.postId !== target)) return null;
        const reply = readPost(node);
        return reply?.author.handle === mine ? { url: link.url, text: reply.text } : null;
      });
      return replies.filter((reply) => reply !== null);
    },
  };
}

/** True for what belongs to the unit itself and not to a comment below it. */
function isOwn(find: Finder, node: Element, element: Element): boolean {
  const comment = find.around(element, "comment");
  return !comment || comment.contains(node);
}

/** The link that leads to the unit itself, which is mostly its time. */
function ownLink(find: Finder, node: Element, own: Story, shared: Story | undefined): Element | null {
  return find.first(node, "permalink", (link) => {
    const isShared = shared !== undefined && follows(shared.header, link);
    const isText = own.textElements.some((text) => text.contains(link));
    return !isShared && !isText && isOwn(find, node, link) && readPostLink(link.getAttribute("href")) !== null;
  });
}

/** The post's own link; else the post that its comments name; else, on a page about one post, the address. */
function postLink(find: Finder, node: Element, own: Story, shared: Story | undefined): PostLink | null {
  const link = readPostLink(ownLink(find, node, own, shared)?.getAttribute("href"));
  if (link) return withoutComment(link);
  for (const author of node.querySelectorAll("a[href*='comment_id=']")) {
    const tag = readCommentTag(author.getAttribute("href"));
    if (tag) return { id: tag.postId, postId: tag.postId, isComment: false, url: `https://www.facebook.com/${tag.postId}` };
  }
  const address = readPostLink(node.ownerDocument.location?.href);
  const isOnly = address !== null && findUnits(find, node.ownerDocument)[0] === node;
  return isOnly ? withoutComment(address) : null;
}

/** A link to a comment, turned into one to its post. */
function withoutComment(link: PostLink): PostLink {
  const url = new URL(link.url);
  url.searchParams.delete("comment_id");
  url.searchParams.delete("reply_comment_id");
  return { id: link.postId, postId: link.postId, isComment: false, url: url.href };
}

function commentLink(node: Element): PostLink | null {
  const links = [...node.querySelectorAll("a[href*='comment_id=']")].map((link) => link.getAttribute("href"));
  const timed = links.map(readPostLink).find((link) => link?.isComment);
  if (timed) return timed;
  const tag = links.map(readCommentTag).find((found) => found !== null);
  if (!tag) return null;
  return {
    id: tag.commentId,
    postId: tag.postId,
    isComment: true,
    url: `https://www.facebook.com/${tag.postId}?comment_id=${tag.commentId}`,
  };
}

/** Only whole numbers: "1.8K" is somebody's rounding in somebody's language. */
function countOf(find: Finder, node: Element, signal: "comments" | "likes"): number | null {
  const shown = find.first(node, signal, (element) => isOwn(find, node, element))?.textContent ?? "";
  const [count] = readNumbers(shown);
  return count === undefined || /\d[.,]\d{1,2}(?!\d)|\d\s?[KMB]\b/i.test(shown) ? null : count;
}

function replyControl(find: Finder, node: Element): Element | null {
  const control = find.first(node, find.is(node, "comment") ? "commentReply" : "reply", (element) => isOwn(find, node, element));
  return control?.closest("[role='button']") ?? control;
}

/** The editor below this unit or in the dialog that shows it. A comment's is whichever one opens anew or has the focus. */
function editorFinder(find: Finder, page: Document, node: Element): () => Element | null {
  const before = new Set(find.all(page, "editor"));
  const unit = find.is(node, "comment") ? (node.parentElement?.closest(find.css("post")) ?? null) : node;
  return () =>
    find.first(page, "editor", (editor) => {
      const isNear = unit?.contains(editor) === true || editor.closest("[role='dialog']")?.contains(node) === true;
      const isNew = !before.has(editor);
      if (find.is(node, "comment")) return isNear && (isNew || page.activeElement === editor);
      return isNear || (isNew && editor.closest("[role='dialog']") !== null);
    });
}
