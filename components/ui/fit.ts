/** What stays free along the window's edges, in CSS pixels. */
const edge = 8;
const gap = 4;

/** How far a list has to move, in CSS pixels, to stand within a window of `width` and `height`: up over its button rather than over it. */
export function shiftInto(list: DOMRect, button: DOMRect, width: number, height: number): { x: number; y: number } {
  const x = Math.max(edge - list.left, Math.min(0, width - edge - list.right));
  if (list.bottom <= height - edge) return { x, y: 0 };
  const over = button.top - gap - list.bottom;
  const y = list.top + over >= edge ? over : Math.max(edge - list.top, height - edge - list.bottom);
  return { x, y };
}

/** Moves a list that hangs over the edge of the window into it. By its place and not by `translate`, which Chromium leaves out of what can be scrolled. */
export function fitIntoWindow(list: HTMLElement, button: Element): void {
  list.style.inset = "";
  const { clientWidth, clientHeight } = list.ownerDocument.documentElement;
  const { x, y } = shiftInto(list.getBoundingClientRect(), button.getBoundingClientRect(), clientWidth, clientHeight);
  list.style.inset = `${list.offsetTop + y}px auto auto ${list.offsetLeft + x}px`;
}
