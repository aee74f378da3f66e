/** A key that is meant for a field, an open menu, or the browser, and not for us. */
export function isTyping({ ctrlKey, metaKey, altKey, target }: Pick<KeyboardEvent, "ctrlKey" | "metaKey" | "altKey" | "target">): boolean {
  const isInField = target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select, [role=menu]") !== null;
  return ctrlKey || metaKey || altKey || isInField;
}
