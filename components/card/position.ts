export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where the card stands to its badge. */
export type Side = "below" | "above" | "after" | "before";

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly side: Side;
}

const gap = 8;
const edge = 8;

/** The card's width, in CSS pixels: it fits a window of 320. */
export const widthIn = (view: Size): number => Math.min(360, view.width - 2 * edge);
/** A card that is taller scrolls inside. */
export const mostHeightIn = (view: Size): number => view.height - 2 * edge;

/** True while any of the post is in the window. */
export function isInView(post: Box, view: Size): boolean {
  return post.bottom > 0 && post.top < view.height && post.right > 0 && post.left < view.width;
}

/**
 * Where the card stands, in CSS pixels of the window: under its badge and begun with it, else above it, else beside it. It never covers the
 * badge, on which the pointer may rest, while there is any other way, and never leaves the window. `side`: where it stood before; it
 * stays there while there is room, so that a card that grows does not jump.
 */
export function placeCard(badge: Box, size: Size, view: Size, isRtl: boolean, side: Side | null): Placement {
  const left = clamp(isRtl ? badge.right - size.width : badge.left, edge, view.width - edge - size.width);
  const level = clamp(badge.top, edge, view.height - edge - size.height);
  const after = { left: badge.right + gap, top: level };
  const before = { left: badge.left - gap - size.width, top: level };
  const spots: Readonly<Record<Side, { left: number; top: number }>> = {
    below: { left, top: badge.bottom + gap },
    above: { left, top: badge.top - gap - size.height },
    after: isRtl ? before : after,
    before: isRtl ? after : before,
  };
  const order: readonly Side[] = ["below", "above", "after", "before"];
  const found = [...(side === null ? [] : [side]), ...order].find((each) => fitsAt(spots[each], size, view));
  if (found) return { ...spots[found], side: found };
  // No side has room: over the badge.
  return { left, top: clamp(spots.below.top, edge, view.height - edge - size.height), side: "below" };
}

/** In the window's lower corner at the end of the text: where a card stands that has no post here. */
export function cornerPlace(size: Size, view: Size, isRtl: boolean): { left: number; top: number } {
  return { left: isRtl ? edge : view.width - edge - size.width, top: view.height - edge - size.height };
}

/**
 * The placement moved off `box`, the site's open reply box, where it would cover it: below it, above it, at its right or left, whichever
 * has room; where none has, it stays.
 */
export function clearOf<P extends { readonly left: number; readonly top: number }>(place: P, box: Box, size: Size, view: Size): P {
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
  ].find((spot) => fitsAt(spot, size, view));
  return { ...place, ...free };
}

const fits = (start: number, length: number, within: number) => start >= edge && start + length <= within - edge;
const fitsAt = (spot: { left: number; top: number }, size: Size, view: Size) =>
  fits(spot.left, size.width, view.width) && fits(spot.top, size.height, view.height);

/** `least` counts when there is no room at all. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
