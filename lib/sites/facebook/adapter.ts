import type { Pack } from "../../schema/pack.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, type SignalFinder } from "../select.ts";
import { readPostLink } from "./links.ts";
import { commentLink, isOwn } from "./own-link.ts";
import { createFacebookReader } from "./reader.ts";

/** Facebook, read through `pack` from `page`, and its comment boxes. */
export function createFacebook(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const reader = createFacebookReader(page, pack);
  return {
    ...reader,
    editorSelector: find.css("editor"),
    openComposer: (node, signal) => openReplyBox({ control: replyControl(find, node), editor: editorFinder(find, page, node) }, signal),
    ownReplies(post) {
      const mine = reader.me();
      const target = readPostLink(post.permalink)?.postId;
      const replies = find.all(page, "comment").map((node): SeenReply | null => {
        const link = commentLink(node);
        if (mine === null || link === null || link.id === post.id || (target && link.postId !== target)) return null;
        const reply = reader.readPost(node);
        return reply?.author.handle === mine ? { url: link.url, text: reply.text } : null;
      });
      return replies.filter((reply) => reply !== null);
    },
  };
}

function replyControl(find: SignalFinder, node: Element): Element | null {
  const control = find.first(node, find.is(node, "comment") ? "commentReply" : "postReply", (element) => isOwn(find, node, element));
  return control?.closest("[role='button']") ?? control;
}

/** The editor below this unit or in the dialog that shows it. A comment's is whichever one opens anew or has the focus. */
function editorFinder(find: SignalFinder, page: Document, node: Element): () => Element | null {
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
