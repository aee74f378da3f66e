import type { Spot } from "./frame.ts";

/** What of a style may hide, fade, blur, cut or move an element without a trace in its box, and what it is when it does not. */
const plainStyle: Readonly<Record<string, string>> = {
  opacity: "1",
  filter: "none",
  transform: "none",
  translate: "none",
  rotate: "none",
  scale: "none",
  perspective: "none",
  "clip-path": "none",
  "mask-image": "none",
  "mix-blend-mode": "normal",
  zoom: "1",
};
const shownStyle: Readonly<Record<string, string>> = { ...plainStyle, visibility: "visible", "pointer-events": "auto", position: "fixed" };

/** Properties that the browser does not know are empty. */
function isStyled(element: Element, wanted: Readonly<Record<string, string>>): boolean {
  const style = getComputedStyle(element);
  return Object.entries(wanted).every(([name, value]) => ["", undefined, value].includes(style.getPropertyValue(name)));
}

/** How far inside its edges a card is felt for. */
const inset = 8;

/** The middle, the corners and the middles of the sides. */
function feelers({ left, top, width, height }: Spot): [x: number, y: number][] {
  const xs = [left + inset, left + width / 2, left + width - inset];
  const ys = [top + inset, top + height / 2, top + height - inset];
  return xs.flatMap((x) => ys.map((y): [number, number] => [x, y]));
}

const isNear = (one: number, other: number) => Math.abs(one - other) < 2;

/** A page that shows a picture of itself while it changes shows nothing of what is there. */
function isInTransition(page: Document): boolean {
  try {
    return page.documentElement.matches(":active-view-transition");
  } catch {
    return false;
  }
}

/**
 * Whether `host` is drawn as it should be at `spot`, and is what a press there would meet. What lies over it without taking presses
 * is not seen here.
 */
export function isInPlainSight(page: Document, host: Element, spot: Spot): boolean {
  if (!host.isConnected || !host.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })) {
    return false;
  }
  const box = host.getBoundingClientRect();
  const isWhole =
    isNear(box.left, spot.left) && isNear(box.top, spot.top) && isNear(box.width, spot.width) && isNear(box.height, spot.height);
  if (!isWhole || isInTransition(page)) return false;
  if (!isStyled(host, shownStyle) || !isStyled(page.documentElement, plainStyle)) return false;
  return feelers(spot).every(([x, y]) => page.elementFromPoint(x, y) === host);
}
