type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey" | "isComposing" | "target">;

const fields = "input:not([type=checkbox]), textarea, select";

/** Where somebody types or chooses. */
export const isField = (element: Element | null): boolean => element?.matches(fields) ?? false;

/** A key that is meant for a field, an open menu, a dialog or the browser, and not for us. */
function isTyping({ ctrlKey, metaKey, altKey, isComposing, target }: Omit<KeyPress, "key" | "code" | "shiftKey">): boolean {
  const isElsewhere = target instanceof Element && target.closest(`${fields}, [role=menu], dialog`) !== null;
  return ctrlKey || metaKey || altKey || isComposing || isElsewhere;
}

/**
 * The key of ours that is pressed: a small Latin letter or a sign. On a keyboard of another script it is the letter that stands on the same key of a
 * Latin one. Null for what is typed, for shortcuts of the browser, and for capitals (with Caps Lock a letter is still that letter).
 */
export function pressedKey(event: KeyPress): string | null {
  if (isTyping(event)) return null;
  const { key, code, shiftKey } = event;
  if (key.length !== 1 || /[!-~]/.test(key)) return /^[a-z]$/i.test(key) ? (shiftKey ? null : key.toLowerCase()) : key;
  return shiftKey ? null : (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? null);
}
