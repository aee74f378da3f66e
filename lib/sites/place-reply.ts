import { asFanswerError, FanswerError } from "../schema/errors.ts";
import type { SiteAdapter } from "./adapter.ts";
import { holdsOnce } from "./nearness.ts";
import { cleanText } from "./text.ts";

export interface PlaceDeps {
  readonly adapter: SiteAdapter;
  /** The post to answer. */
  readonly node: Element;
  readonly text: string;
  /** Pastes into the focused editor that the selector matches, from the page's world; false when it did not. */
  readonly insert: (editorSelector: string, text: string) => Promise<boolean>;
  /** Puts the text on the clipboard. */
  readonly clipboard: (text: string) => Promise<void>;
  readonly wait: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
}

/** Editors take a paste only some time after they got the focus. */
const settleMs = 120;
const checkMs = 50;
/** A page that is busy takes a paste late; one that is told to be pasted again by hand would then hold it twice. */
const checks = 60;

/**
 * Puts a reply into the site's own reply box, once, and proves that it stands there exactly once; a person posts it.
 * Rejects with `composer_not_found`, `composer_not_empty`, or with `insert_failed` after the text went to the
 * clipboard instead (detail `clipboard` when not even that worked). A person's click must have caused this.
 */
export async function placeReply(deps: PlaceDeps): Promise<void> {
  const { adapter, node, text, wait, signal } = deps;
  const mayHold = ["", letters(adapter.readPost(node)?.author.name ?? "")];
  const focusEditor = async (): Promise<HTMLElement> => {
    const editor = await adapter.openComposer(node, signal);
    // A site may begin a reply with the name of whom it answers; anything else is somebody's draft.
    if (!mayHold.includes(letters(editor.textContent))) throw new FanswerError("composer_not_empty");
    putCaretAtEnd(editor);
    return editor;
  };
  await focusEditor();
  await wait(settleMs);
  signal.throwIfAborted();
  // The site may have made another editor meanwhile.
  const editor = await focusEditor();
  const wanted = `${editor.textContent} ${text}`;
  if (await insertOnce(deps)) {
    for (let check = 0; check < checks; check += 1) {
      await wait(checkMs);
      const now = await adapter.openComposer(node, signal);
      if (holdsOnce(now.textContent, wanted)) return;
    }
  }
  const isKept = await deps.clipboard(text).then(
    () => true,
    () => false,
  );
  throw new FanswerError("insert_failed", isKept ? null : "clipboard");
}

async function insertOnce({ adapter, text, insert }: PlaceDeps): Promise<boolean> {
  try {
    return await insert(adapter.editorSelector, text);
  } catch (thrown) {
    const error = asFanswerError(thrown);
    if (error.code === "insert_failed") return false;
    // The answer was lost, perhaps after the paste: the reply box tells.
    if (error.code === "internal") return true;
    throw error;
  }
}

/** Editors break lines in ways of their own; what tells a draft from an empty box are the letters. */
function letters(text: string | null): string {
  return cleanText(text ?? "").replace(/\s+/gu, "");
}

/** Sets the caret inside the deepest last block, where a person would go on writing. */
function putCaretAtEnd(editor: HTMLElement): void {
  editor.focus();
  let block: Element = editor;
  for (let last = block.lastElementChild; last && last.tagName !== "BR"; last = block.lastElementChild) block = last;
  const page = editor.ownerDocument;
  const range = page.createRange();
  range.selectNodeContents(block);
  range.collapse(block.textContent === "");
  const selection = page.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}
