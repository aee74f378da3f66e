/** A badge that stands on this page now. */
export interface BadgeHere {
  /** Where it is in the window. */
  box(): DOMRect;
  focus(): void;
}

/** The badge of a mention, however often the site drew its post anew; null while none is shown. */
export type FindBadge = (mentionId: string) => BadgeHere | null;

/** Our scripts of one tab share a world that the page has no part in. */
const world = globalThis as { fanswerBadge?: FindBadge };

/** Lets the tab's other scripts find the badges, until `signal` aborts. */
export function offerBadges(find: FindBadge, signal: AbortSignal): void {
  world.fanswerBadge = find;
  signal.addEventListener("abort", () => {
    if (world.fanswerBadge === find) delete world.fanswerBadge;
  });
}

export const badgeHere: FindBadge = (mentionId) => world.fanswerBadge?.(mentionId) ?? null;
