import { signal as createSignal, type ReadonlySignal } from "@preact/signals";
import { type ComponentChild, render } from "preact";
import { i18n } from "#i18n";
import css from "../../components/card/card.css?inline";
import type { FollowDeps } from "../../components/card/follow.ts";
import { type Overlay, type OverlayDeps, openOverlay } from "../../components/card/overlay.ts";
import type { Hindrance } from "../../components/card/sight.ts";
import { interfaceDirection } from "../../lib/i18n/direction.ts";
import { badgeHere } from "../../lib/page/badge-here.ts";

export interface ShowDeps extends Pick<OverlayDeps, "page" | "find" | "onClose" | "onHide" | "accepts" | "watchSight" | "signal"> {
  readonly mentionId: string;
  /** The content of the card. */
  readonly draw: (now: CardSight) => ComponentChild;
  /** The member asked for it elsewhere, and the page may not show the post yet. */
  readonly isAwaited: boolean;
  /** The awaited card stands where the member sees it. */
  readonly onSettled: () => void;
}

/** What a card is told of itself while it is shown. */
export interface CardSight {
  readonly nowMs: number;
  /** Why the last press did not count. */
  readonly refused: Hindrance | null;
  /** The page does not show the post. */
  readonly isAway: boolean;
}

const tickMs = 1000;
/** How long a page may take to show an awaited post before the card stands there without it. */
const patienceMs = 8000;
/** How long it is said that a press did not count. */
const refusedMs = 8000;

/** Draws the card over the page until `signal` aborts. */
export function drawCard(deps: ShowDeps): Overlay {
  const { mentionId, draw, signal } = deps;
  const { refused, onRefused } = createRefusals(signal);
  const { isAway, isExpected, onWhere } = createExpectation(deps.isAwaited, () => {
    deps.onSettled();
    overlay.takeFocus();
  });
  const overlay = openOverlay({
    ...deps,
    css,
    direction: interfaceDirection(),
    lang: i18n.t("ui.language"),
    title: i18n.t("card.title"),
    nowMs: Date.now,
    onRefused,
    staysWithout: () => isExpected() || isAway.value,
    onWhere,
    focusBadge() {
      const badge = badgeHere(mentionId);
      badge?.focus();
      return badge !== null;
    },
  });
  const nowMs = createSignal(Date.now());
  const timer = setInterval(() => {
    nowMs.value = Date.now();
  }, tickMs);
  render(<Drawn {...{ draw, nowMs, refused, isAway }} />, overlay.mount);
  if (!deps.isAwaited) overlay.takeFocus();
  signal.addEventListener("abort", () => {
    clearInterval(timer);
    render(null, overlay.mount);
  });
  return overlay;
}

interface DrawnProps {
  draw: ShowDeps["draw"];
  nowMs: ReadonlySignal<number>;
  refused: ReadonlySignal<Hindrance | null>;
  isAway: ReadonlySignal<boolean>;
}

const Drawn = ({ draw, nowMs, refused, isAway }: DrawnProps) => (
  <>{draw({ nowMs: nowMs.value, refused: refused.value, isAway: isAway.value })}</>
);

/** What is said of presses that did not count, for a while. */
function createRefusals(signal: AbortSignal) {
  const refused = createSignal<Hindrance | null>(null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const onRefused = (why: Hindrance | null) => {
    clearTimeout(timer);
    refused.value = why;
    if (why !== null && !signal.aborted) timer = setTimeout(() => onRefused(null), refusedMs);
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  return { refused, onRefused };
}

/** Whether the post is still waited for, and whether it did not come. `onSettled`: the card is on the screen, one way or the other. */
function createExpectation(isAwaited: boolean, onSettled: () => void) {
  const endMs = Date.now() + patienceMs;
  const isAway = createSignal(false);
  let isExpected = isAwaited;
  let isSettled = !isAwaited;
  /** The post is on the page, only not in the window: the card shows where. */
  let isNear = false;
  const onWhere: FollowDeps["onWhere"] = (where) => {
    isNear = where === "on_page";
    if (where === "in_view") isExpected = false;
    if (where !== "nowhere") isAway.value = false;
    else if (isExpected && Date.now() >= endMs) isAway.value = true;
    if (isSettled || (where === "nowhere" && !isAway.value)) return;
    isSettled = true;
    // After it was placed: what is not drawn cannot take the focus.
    setTimeout(onSettled);
  };
  return { isAway, isExpected: () => isExpected && isNear, onWhere };
}
