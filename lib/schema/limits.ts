/** Bounds and names that a content script needs too, apart from the validators so that it need not carry those. */

/** What of a post's text a device looks at, in UTF-16 units. A longer one is cut before matching. */
export const maxPostText = 10_000;

/** What of a post's text may leave the device, in UTF-16 units. */
export const maxExcerpt = 280;

/** How far "near" reaches, in words. */
export const contextWords = 8;

/** The id of the mention that a post becomes in a workspace. */
export function mentionId(site: string, postId: string): string {
  return `${site}:${postId}`;
}

/** How many mentions a device holds besides its own: of what waits (the best), and of what was closed (the latest; for staff). */
export const held = { queue: 500, closed: 200 } as const;

/** How many precedents a workspace keeps, on the server and on the devices. */
export const keptPrecedents = 2000;

/** A device further behind than so many revisions starts over: that sends less. */
export const behindRevisions = 5_000;

/** How long the server keeps, in days: closed mentions, the fact that they were removed, answers to operations, the audit log. */
export const keptDays = { closed: 30, removals: 60, operations: 90, audit: 730 } as const;
