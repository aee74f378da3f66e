/**
 * Pastes `text` into the focused editor, once; false when the focus is not in an element that `selector` matches.
 * Runs in the page's own world, because Draft.js and Lexical take no paste from another in Firefox: it must use
 * nothing outside of itself and leaves nothing behind.
 */
export function pasteIntoFocused(selector: string, text: string): boolean {
  let editor = document.activeElement;
  while (editor?.shadowRoot?.activeElement) editor = editor.shadowRoot.activeElement;
  if (!editor?.matches(selector)) return false;
  const event = new ClipboardEvent("paste", { clipboardData: new DataTransfer(), bubbles: true, cancelable: true, composed: true });
  event.clipboardData?.setData("text/plain", text);
  editor.dispatchEvent(event);
  return true;
}
