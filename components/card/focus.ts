/** Where the focus belongs in a card: what is written, else the step that is offered first. */
const sensible = ["textarea", "[data-look=primary]:not([aria-disabled=true])"] as const;

/**
 * Gives the focus to the card's first sensible control when the card has it and no control does: on opening, and when a step took the
 * control away that had it. Never takes it from the page.
 */
export function focusFirst(dialog: HTMLElement): void {
  const inside = dialog.ownerDocument;
  const { activeElement } = inside;
  const isNowhere = activeElement === null || activeElement === inside.body || activeElement === dialog;
  if (!isNowhere || !inside.hasFocus()) return;
  const [wanted] = sensible.flatMap((selector) => dialog.querySelector<HTMLElement>(selector) ?? []);
  (wanted ?? dialog).focus({ preventScroll: true });
}
