import type { CardFrame } from "./frame.ts";
import { isInPlainSight } from "./plain-sight.ts";
import { watchCovers } from "./top-layer.ts";

/** Why a press does not count: the page hid the card, or the card had only just come or moved. */
export type Hindrance = "covered" | "unsettled";

/** For how long a card must have been seen, and must have stood still, before a press counts, in ms. */
const momentMs = 400;
/** How often it is checked, in ms: at no moment that a page could foresee. */
const checkMs = 100;
/** A card that grows by a line has not moved. */
const stillPx = 4;

export interface Sight {
  /** What speaks against a press now; null when nothing does. Keys go where the focus is, wherever the card moved. */
  hindrance(by: "pointer" | "keyboard"): Hindrance | null;
}

/** Chromium tells whether anything at all lies over an element or fades it; false where the browser does not tell. */
function watchTrueVisibility(host: Element, onChange: (isVisible: boolean) => void, signal: AbortSignal): boolean {
  const options = { threshold: [0, 0.5, 1], trackVisibility: true, delay: 100 } as IntersectionObserverInit;
  const observer = new IntersectionObserver((entries) => {
    const { isVisible } = (entries.at(-1) ?? {}) as { readonly isVisible?: boolean };
    onChange(isVisible === true);
  }, options);
  if ((observer as { readonly trackVisibility?: boolean }).trackVisibility !== true) return false;
  observer.observe(host);
  signal.addEventListener("abort", () => observer.disconnect());
  return true;
}

/**
 * Watches whether the card is really seen, until `signal` aborts: a page may fade, move, cut, cover or remove the card's host, so that
 * a press meant for the page lands on the card.
 */
export function watchSight(page: Document, card: CardFrame, nowMs: () => number, signal: AbortSignal): Sight {
  let seenSinceMs: number | null = null;
  let movedAtMs = nowMs();
  /** When the page last hid the card or moved it away, epoch ms. */
  let hiddenAtMs = Number.NEGATIVE_INFINITY;
  let last: DOMRect | null = null;
  let isTrulyVisible = false;
  const onTold = (isVisible: boolean) => {
    isTrulyVisible = isVisible;
    check(false);
  };
  const isTold = watchTrueVisibility(card.host, onTold, signal);
  const covers = isTold ? null : watchCovers(page, card.host, nowMs, signal);

  const isSeen = (closely: boolean) => {
    const spot = card.spot();
    if (spot === null || (isTold && !isTrulyVisible)) return false;
    return isInPlainSight(page, card.host, spot) && !covers?.isCovered(closely);
  };
  function check(closely: boolean): void {
    const now = nowMs();
    const isMended = card.mend();
    if (isMended) covers?.onRaise();
    const box = card.host.getBoundingClientRect();
    if (last && Math.hypot(box.left - last.left, box.top - last.top) >= stillPx) movedAtMs = now;
    last = box;
    const wasSeen = seenSinceMs !== null;
    seenSinceMs = !isMended && isSeen(closely) ? (seenSinceMs ?? now) : null;
    if (isMended || (wasSeen && seenSinceMs === null && card.isShown())) hiddenAtMs = now;
  }
  let timer: ReturnType<typeof setTimeout>;
  const checkAgain = () => {
    check(false);
    timer = setTimeout(checkAgain, checkMs * (0.5 + Math.random()));
  };
  checkAgain();
  signal.addEventListener("abort", () => clearTimeout(timer));

  return {
    hindrance(by) {
      check(true);
      const now = nowMs();
      if (seenSinceMs === null) {
        card.raise();
        covers?.onRaise();
        return "covered";
      }
      const restMs = Math.min(now - seenSinceMs, by === "pointer" ? now - movedAtMs : Number.POSITIVE_INFINITY);
      if (restMs >= momentMs) return null;
      return now - hiddenAtMs < 2 * momentMs ? "covered" : "unsettled";
    },
  };
}
