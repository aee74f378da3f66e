const focusable = "button, input, select, textarea, summary, a[href], [tabindex='0']";

/** What Tab comes to inside of `root`, in its order. */
function stopsIn(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(focusable)].filter(
    (stop) => stop.tabIndex >= 0 && !stop.matches(":disabled") && stop.checkVisibility({ visibilityProperty: true }),
  );
}

/** Escape closes; Tab goes round inside, since the card stands at the end of an endless page. */
export function guideKeys(inside: Document, close: () => void): void {
  inside.addEventListener("keydown", (event) => {
    // What is open in the card, such as a menu, takes Escape first.
    if (event.key === "Escape" && !event.isComposing && !event.defaultPrevented) close();
    if (event.key !== "Tab" || event.ctrlKey || event.altKey || event.metaKey) return;
    const stops = stopsIn(inside);
    const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
    const { activeElement } = inside;
    if (activeElement !== from && stops.includes(activeElement as HTMLElement)) return;
    event.preventDefault();
    to?.focus();
  });
}

/** What of a page takes Escape before the card does: a field that is typed into, and whatever is open over the page. */
const takesEscape =
  "input, textarea, select, [contenteditable]:not([contenteditable=false]), [role=textbox], [role=dialog], [role=menu], [role=listbox], dialog";
const openOver = "[aria-modal=true], dialog:modal, [role=menu], [role=listbox]";

/**
 * Escape in the page closes the card too, unless it means something there: the focus is in a field or a dialog of the site, one of its
 * dialogs or menus is open, or the site itself made use of the key.
 */
export function closeByEscapeInPage(page: Document, host: Element, close: () => void, signal: AbortSignal): void {
  const isOpen = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  page.defaultView?.addEventListener(
    "keydown",
    (event) => {
      if (event.key !== "Escape" || event.isComposing || !event.isTrusted) return;
      const { target } = event;
      const isSites = target instanceof Element && target !== host && target.closest(takesEscape) !== null;
      if (isSites || [...page.querySelectorAll(openOver)].some(isOpen)) return;
      setTimeout(() => event.defaultPrevented || signal.aborted || close());
    },
    { capture: true, signal },
  );
}
