import type { Pack } from "../../schema/pack.ts";
import type { Post } from "../../schema/post.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, type SignalFinder } from "../select.ts";
import { type PostLink, readPostLink } from "./links.ts";
import { commentLink } from "./own-link.ts";
import { createFacebookReader } from "./reader.ts";
import { facebookReplyBox, replyControl } from "./reply-box.ts";

/** Facebook, read through `pack` from `page`, and its comment boxes. */
export function createFacebook(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const reader = createFacebookReader(page, pack);
  return {
    ...reader,
    editorSelector: find.css("editor"),
    openComposer: (node, signal) => openReplyBox({ control: replyControl(find, node), editor: facebookReplyBox(find, page, node) }, signal),
    // The comment itself appears below the post at once, which proves more than any box.
    replyBox: () => null,
    ownReplies(post) {
      const mine = reader.me();
      if (mine === null) return [];
      const target = reader.findPosts(page).find((node) => reader.readPost(node)?.id === post.id) ?? null;
      return find.all(page, "comment").flatMap((node): SeenReply[] => {
        const link = commentLink(node);
        const reply = link === null || link.id === post.id ? null : reader.readPost(node);
        if (link === null || reply?.author.handle !== mine) return [];
        return [{ url: link.url, text: reply.text, answers: answers(find, node, link, post, target) }];
      });
    },
  };
}

/** Whether the page shows that the comment at `node` answers this post, or this comment: by its link, else by standing in the post's own unit. */
function answers(find: SignalFinder, node: Element, link: PostLink, post: Post, target: Element | null): boolean {
  const named = new URL(link.url).searchParams;
  const parent = named.has("reply_comment_id") ? named.get("comment_id") : null;
  if (post.isReply || parent !== null) return post.isReply === true && parent === post.id;
  return (
    link.postId === (readPostLink(post.permalink)?.postId ?? post.id) || (target !== null && scopeOf(find, target)?.contains(node) === true)
  );
}

/** The post with its comments; where they stand beside it, the dialog that is about it. */
function scopeOf(find: SignalFinder, target: Element): Element | null {
  return find.is(target, "post") && target.querySelector(find.css("comment")) ? target : target.closest("[role='dialog']");
}
