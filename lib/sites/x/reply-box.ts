import { follows, type SignalFinder } from "../select.ts";
import { readStatusLink } from "./ids.ts";
import { readNode } from "./reading.ts";

/** What tells a post from every other. */
export interface Answered {
  readonly id: string | null;
  readonly handle: string | null;
  readonly text: string;
}

/** The post that stands at `node`. */
export function answeredAt(find: SignalFinder, node: Element): Answered {
  const { author, status, text } = readNode(find, node);
  return { id: status?.id ?? null, handle: author.handle?.toLowerCase() ?? null, text };
}

/**
 * The editor whose words would answer this post: in a dialog that shows it above the editor, or below it on its own page. Never that of a new post,
 * of an answer to another, nor of a quote, which shows the post below.
 */
export function xReplyBox(find: SignalFinder, page: Document, post: Answered): Element | null {
  const dialogOf = (editor: Element) => editor.closest("[role='dialog']");
  const isThisPage = post.id !== null && readStatusLink(page.location?.href)?.id === post.id;
  // The box for new posts stands above every timeline.
  const isBelow = (editor: Element) =>
    find.all(page, "post").some((node) => !follows(editor, node) && answeredAt(find, node).id === post.id);
  return (
    find.first(page, "editor", (editor) => {
      const dialog = dialogOf(editor);
      return dialog !== null && answersThere(find, dialog, editor, post);
    }) ?? find.first(page, "editor", (editor) => isThisPage && dialogOf(editor) === null && isBelow(editor))
  );
}

/** Whether the last post above the editor is this one; where the dialog shows none, whether it says whom it answers. */
function answersThere(find: SignalFinder, dialog: Element, editor: Element, post: Answered): boolean {
  const isAbove = (element: Element) => follows(element, editor);
  const shown = find.all(dialog, "post").findLast(isAbove);
  if (shown) return isSame(answeredAt(find, shown), post);
  const links = [...dialog.querySelectorAll("a[href]")].filter(isAbove);
  const ids = links.flatMap((link) => readStatusLink(link.getAttribute("href"))?.id ?? []);
  if (ids.length > 0) return ids.at(-1) === post.id;
  return post.handle !== null && links.some((link) => link.textContent?.trim().toLowerCase() === `@${post.handle}`);
}

function isSame(shown: Answered, post: Answered): boolean {
  if (shown.id !== null && post.id !== null) return shown.id === post.id;
  return shown.handle === post.handle && shown.text === post.text;
}
