import { pressable } from "./keep-presses.ts";

const stops = [...pressable.split(", "), "input", "textarea", "[tabindex='0']"]
  .map((stop) => `${stop}:not([aria-disabled=true])`)
  .join(", ");

/** A view that took away what had the focus gets this long to give it to something itself. */
const patienceMs = 150;

const around = (element: Element): Element[] => (element.parentElement ? [element, ...around(element.parentElement)] : [element]);

/**
 * What is pressed often goes away with its press. Then the focus goes to what came in its place, or is nearest, and not to the page's
 * beginning. A key that is held down presses nothing that it brought.
 */
export function keepFocus(page: Document): void {
  /** What has the focus, and all that it stands in. */
  let place: Element[] = [];
  page.addEventListener("focusin", ({ target }) => {
    place = around(target as Element);
  });
  page.addEventListener("focusout", ({ target }) => {
    // Left, and not taken away.
    setTimeout(() => {
      if (place[0] === target && place[0]?.isConnected && isNowhere()) place = [];
    });
  });
  const isNowhere = () => page.activeElement === null || page.activeElement === page.body;
  const mend = () => {
    if (!isNowhere() || place[0]?.isConnected) return;
    const nearest = place.find((element) => element.isConnected && element.querySelector(stops));
    nearest?.querySelector<HTMLElement>(stops)?.focus();
  };
  new MutationObserver(() => {
    if (place[0]?.isConnected === false && isNowhere()) setTimeout(mend, patienceMs);
  }).observe(page, { childList: true, subtree: true });
  const onKey = (event: KeyboardEvent) => {
    const isPress = event.key === "Enter" || event.key === " ";
    if (event.repeat && isPress && (event.target as Element).closest(pressable)) event.preventDefault();
  };
  page.addEventListener("keydown", onKey, { capture: true });
}
