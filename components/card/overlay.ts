import { type FollowDeps, followPost } from "./follow.ts";
import { type CardFrame, openFrame } from "./frame.ts";
import { guardPresses } from "./gate.ts";
import { closeByEscapeInPage, guideKeys } from "./keys.ts";
import type { Hindrance, Sight } from "./sight.ts";

export interface OverlayDeps extends FollowDeps {
  readonly css: string;
  /** Direction and language of the interface. */
  readonly direction: "ltr" | "rtl";
  readonly lang: string;
  /** What a screen reader calls the card's frame. */
  readonly title: string;
  readonly onClose: () => void;
  /** Whether a person caused this event. */
  readonly accepts: (event: Event) => boolean;
  /** Watches whether the card is really seen. */
  readonly watchSight: (page: Document, card: CardFrame, nowMs: () => number, signal: AbortSignal) => Sight;
  readonly nowMs: () => number;
  /** A press did not count, and why; null when one did. */
  readonly onRefused: (why: Hindrance | null) => void;
  /** Gives the focus to the badge; false when there is none. */
  readonly focusBadge: () => boolean;
}

/** A card that stands on a page, and what can be done with it from outside. */
export interface Overlay {
  /** The element into which the card is rendered. */
  readonly mount: HTMLElement;
  /** Takes the focus, unless the member is typing on the page. */
  takeFocus(): void;
}

/** A site that draws a post anew takes its badge away for a moment. */
const drawnAgainMs = 300;
const drawnAgainTries = 6;

/** Gives the focus to the badge; while that is not there, and nothing else took the focus, tries again. */
function giveBack(deps: Pick<OverlayDeps, "page" | "focusBadge">, before: Element | null, tries: number): void {
  const { page, focusBadge } = deps;
  if (focusBadge()) return;
  if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  const isNowhere = page.activeElement === null || page.activeElement === page.body;
  if (isNowhere && tries > 0) setTimeout(() => giveBack(deps, before, tries - 1), drawnAgainMs);
}

const typedInto = "input, textarea, [contenteditable]:not([contenteditable=false])";

/**
 * The card's layer above the page: stands beside its badge, follows it, goes when `signal` aborts and gives the focus back. What happens
 * in it the page neither hears nor causes.
 */
export function openOverlay(deps: OverlayDeps): Overlay {
  const { page, signal, onClose } = deps;
  const before = page.activeElement;
  // Until the card is watched, nothing can be pressed in it.
  let sight: Sight = { hindrance: () => "unsettled" };
  let hadFocus = false;
  // Asked before the frame goes with the same signal.
  signal.addEventListener("abort", () => {
    hadFocus = page.activeElement === frame.host;
  });
  const frame = openFrame({
    ...deps,
    onDocument(inside) {
      guardPresses(inside, {
        sight: { hindrance: (by) => sight.hindrance(by) },
        accepts: deps.accepts,
        onRefused: deps.onRefused,
        onPassed: () => deps.onRefused(null),
      });
      guideKeys(inside, onClose);
    },
  });
  followPost(frame, deps);
  sight = deps.watchSight(page, frame, deps.nowMs, signal);
  closeByEscapeInPage(page, frame.host, onClose, signal);

  signal.addEventListener("abort", () => {
    if (hadFocus) giveBack(deps, before, drawnAgainTries);
  });
  return {
    mount: frame.mount,
    takeFocus() {
      if (page.activeElement?.matches(typedInto)) return;
      frame.mount.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true });
    },
  };
}
