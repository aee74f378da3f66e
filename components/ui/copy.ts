/**
 * Puts a text on the clipboard; a press must have caused this. Sites may keep the clipboard's own interface from everything on their pages
 * (Permissions-Policy: clipboard-write=()), our card included; then it is copied as a selection of `inside`, the document of the press.
 * Rejects when neither works.
 */
export async function copyText(text: string, inside: Document): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (refusal) {
    if (!copySelected(text, inside)) throw refusal;
  }
}

function copySelected(text: string, inside: Document): boolean {
  const before = inside.activeElement as HTMLElement | null;
  const box = inside.createElement("textarea");
  box.value = text;
  box.ariaHidden = "true";
  box.style.cssText = "position:fixed;inset-block-start:0;opacity:0;pointer-events:none";
  inside.body.append(box);
  box.select();
  try {
    return inside.execCommand("copy");
  } finally {
    box.remove();
    before?.focus({ preventScroll: true });
  }
}
