import { follows, type SignalFinder } from "../select.ts";
import { isOwn } from "./own-link.ts";
import { readStories } from "./read.ts";
import { findUnits } from "./units.ts";

/** What a person presses to answer the post or comment at `node`. */
export function replyControl(find: SignalFinder, node: Element): Element | null {
  const control = find.first(node, find.is(node, "comment") ? "commentReply" : "postReply", (element) => isOwn(find, node, element));
  return control?.closest("[role='button']") ?? control;
}

/**
 * Looks for the editor whose words would answer the post or comment at `node`: below it in its unit, or in a dialog that shows the same post above the
 * editor. Never that of a new post or of a shared one. A comment's is whichever opens anew there or has the focus.
 */
export function facebookReplyBox(find: SignalFinder, page: Document, node: Element): () => Element | null {
  const before = new Set(find.all(page, "editor"));
  const isComment = find.is(node, "comment");
  const unit = isComment ? (node.parentElement?.closest(find.css("post")) ?? null) : node;
  const isNear = (editor: Element): boolean => {
    if (unit?.contains(editor)) return true;
    const dialog = editor.closest("[role='dialog']");
    if (!dialog || !follows(unit ?? node, editor)) return false;
    return dialog.contains(node) || (!isComment && postAbove(find, dialog, editor, node));
  };
  return () =>
    find.first(page, "editor", (editor) => isNear(editor) && (!isComment || !before.has(editor) || page.activeElement === editor));
}

/** Whether the dialog shows, above the editor, the post that stands at `node`. */
function postAbove(find: SignalFinder, dialog: Element, editor: Element, node: Element): boolean {
  const units = findUnits(find, dialog).filter((unit) => !find.is(unit, "comment") && (unit.contains(editor) || follows(unit, editor)));
  const [shown] = units.length > 0 ? readStories(find, units.at(-1) ?? node) : [];
  const [own] = readStories(find, node);
  const isSame = shown && own && shown.author.handle === own.author.handle && shown.author.name === own.author.name;
  // The feed may cut what the dialog shows whole.
  return isSame === true && own.text !== "" && (shown.text.startsWith(start(own.text)) || own.text.startsWith(start(shown.text)));
}

const shortest = 40;
const start = (text: string): string => text.slice(0, Math.max(1, Math.min(text.length, shortest)));
