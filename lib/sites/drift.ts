import type { MessageArgs } from "../schema/messages.ts";
import type { SiteId } from "../schema/post.ts";

export type DriftNote = MessageArgs<"drift.note">;

/** Below this share of readable posts, the pack no longer fits the site. */
const enough = 0.8;
/** How many looks in a row must agree, as posts are filled only after they appear. */
const patience = 3;
/** Looks at a page without any post before it counts as one that no selector fits. */
const emptyPatience = 6;

/**
 * Counts posts against readable ones, look by look. `see` takes what each post on the page misses and gives the one
 * note of this page load when it is due; `isUndecided` while further looks are needed.
 */
export function createDriftCounter(site: SiteId): {
  see(missing: readonly (readonly string[])[]): DriftNote | null;
  isUndecided(): boolean;
  /** The last look was a poor one. */
  isWary(): boolean;
} {
  let poorLooks = 0;
  let emptyLooks = 0;
  let hasSeenPosts = false;
  let isNoted = false;
  return {
    isWary: () => !isNoted && poorLooks > 0,
    isUndecided: () => !isNoted && (poorLooks > 0 || !hasSeenPosts),
    see(missing) {
      const posts = missing.length;
      const readable = missing.filter((names) => names.length === 0).length;
      hasSeenPosts ||= posts > 0;
      poorLooks = posts > 0 && readable / posts < enough ? poorLooks + 1 : 0;
      emptyLooks = hasSeenPosts ? 0 : emptyLooks + 1;
      if (isNoted || (poorLooks < patience && emptyLooks < emptyPatience)) return null;
      isNoted = true;
      return { site, posts, readable, missing: posts === 0 ? ["post"] : [...new Set(missing.flat())] };
    },
  };
}
