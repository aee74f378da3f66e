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
