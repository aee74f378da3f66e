export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  /** The post is in the window, so that the card belongs on the screen. */
  readonly visible: boolean;
}

const gap = 12;
const edge = 8;

/**
 * Where the card stands, in CSS pixels of the window: beside the post at its end where there is room, else at its
 * start, else below or above it, else over it, under its badge. It never leaves the window while any of the post is in it.
 */
export function placeCard(
  post: Box,
  anchor: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
  isRtl: boolean,
): Placement {
  const visible = post.bottom > 0 && post.top < view.height && post.right > 0 && post.left < view.width;
  const after = post.right + gap;
  const before = post.left - gap - size.width;
  const fitsAfter = after + size.width <= view.width - edge;
  const fitsBefore = before >= edge;
  const beside = isRtl ? (fitsBefore ? before : fitsAfter ? after : null) : fitsAfter ? after : fitsBefore ? before : null;
  const inside = isRtl ? anchor.left : anchor.right - size.width;
  const left = clamp(beside ?? inside, edge, view.width - edge - size.width);
  const top = clamp(beside === null ? stacked(post, anchor, size.height, view.height) : post.top, edge, view.height - edge - size.height);
  return { left, top, visible };
}

/**
 * The placement moved off `box`, the site's open reply box, where it would cover it: below it, above it, at its right or left, whichever
 * has room; where none has, it stays.
 */
export function clearOf(
  place: Placement,
  box: Box,
  size: { width: number; height: number },
  view: { width: number; height: number },
): Placement {
  const covers =
    place.left < box.right && place.left + size.width > box.left && place.top < box.bottom && place.top + size.height > box.top;
  if (!covers) return place;
  const left = clamp(place.left, edge, view.width - edge - size.width);
  const top = clamp(place.top, edge, view.height - edge - size.height);
  const free = [
    { left, top: box.bottom + gap },
    { left, top: box.top - gap - size.height },
    { left: box.right + gap, top },
    { left: box.left - gap - size.width, top },
  ].find((spot) => fits(spot.left, size.width, view.width) && fits(spot.top, size.height, view.height));
  return { ...place, ...free };
}

const fits = (start: number, length: number, within: number) => start >= edge && start + length <= within - edge;

/** The top of a card that has no room beside its post. */
function stacked(post: Box, anchor: Box, height: number, viewHeight: number): number {
  const below = post.bottom + gap / 2;
  if (below + height <= viewHeight - edge) return below;
  const above = post.top - gap / 2 - height;
  return above >= edge ? above : anchor.bottom + gap / 2;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
