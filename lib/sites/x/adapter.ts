import type { Pack } from "../../schema/pack.ts";
import type { SeenReply, SiteAdapter } from "../adapter.ts";
import { openReplyBox } from "../open-composer.ts";
import { createFinder, type SignalFinder } from "../select.ts";
import { readStatusLink, type StatusLink, statusAddress, timeOfId } from "./ids.ts";
import { createXReader } from "./reader.ts";
import { readNode } from "./reading.ts";

/** X, read through `pack` from `page`, and its reply box. */
export function createX(page: Document, pack: Pack): SiteAdapter {
  const find = createFinder(pack);
  const reader = createXReader(page, pack);
  return {
    ...reader,
    editorSelector: find.css("editor"),
    openComposer(node, signal) {
      const { isOwn, status } = readNode(find, node);
      return openReplyBox({ control: find.first(node, "reply", isOwn), editor: () => editorOf(find, page, status?.id ?? null) }, signal);
    },
    ownReplies(post) {
      const mine = reader.me();
      const notices = find.all(page, "toast").map((link) => seenReply(readStatusLink(link.getAttribute("href")), ""));
      const posts = reader
        .findPosts(page)
        .map(reader.readPost)
        .filter((reply) => mine !== null && reply?.author.handle === mine)
        .map((reply) => reply && seenReply(readStatusLink(reply.permalink), reply.text));
      return [...notices, ...posts].filter((reply) => reply !== null && reply.url !== post.permalink) as SeenReply[];
    },
  };
}

/** The editor that answers this post: in a dialog that shows it, or below it on its own page; never that of a new post. */
function editorOf(find: SignalFinder, page: Document, id: string | null): Element | null {
  const isAbout = (scope: Element | null): boolean => {
    const ids = [...(scope?.querySelectorAll("a[href*='/status/']") ?? [])].map((link) => readStatusLink(link.getAttribute("href"))?.id);
    return scope !== null && (ids.length === 0 || ids.includes(id ?? undefined));
  };
  const isThisPage = id !== null && readStatusLink(page.location?.href)?.id === id;
  return (
    find.first(page, "editor", (editor) => isAbout(editor.closest("[role='dialog']"))) ??
    find.first(page, "editor", (editor) => isThisPage && !editor.closest("[role='dialog']"))
  );
}

function seenReply(status: StatusLink | null, text: string): SeenReply | null {
  return status && { url: statusAddress(status), text, postedAt: timeOfId(status.id) };
}
