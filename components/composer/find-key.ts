/** The key that opens the search for an answer on record, where it would begin a line of the draft. */
export const findKey = "/";

/** Whether a key that is pressed in the draft asks for that search: nothing is selected, and nothing stands before it in its line. */
export function asksToFind(
  { key, ctrlKey, metaKey, altKey, isComposing }: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "isComposing">,
  { value, selectionStart, selectionEnd }: Pick<HTMLTextAreaElement, "value" | "selectionStart" | "selectionEnd">,
): boolean {
  if (key !== findKey || ctrlKey || metaKey || altKey || isComposing) return false;
  return selectionStart === selectionEnd && (selectionStart === 0 || value[selectionStart - 1] === "\n");
}
