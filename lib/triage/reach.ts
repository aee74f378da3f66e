import type { Post } from "../schema/post.ts";

/** How many have read a post for each who liked, shared or answered it, where the site does not say: a coarse guess. */
const readersPer = { likes: 50, reposts: 200, replies: 100 } as const;
/** Of an author's followers about one in ten sees a post. */
const readersPerFollower = 0.1;
/** A verified author without any count is taken to have this many readers. */
const verifiedReaders = 100;

/** What the page shows of who may read a post. */
export interface ShownReach extends Pick<Post, "counts"> {
  readonly verified: boolean | null;
  /** Of the author, where the page shows them. */
  readonly followers?: number | null | undefined;
}

/** Readers of a post as far as the page shows; 0 when it shows nothing. */
export function readersOf({ counts, verified, followers }: ShownReach): number {
  const guesses = Object.entries(readersPer).map(([name, per]) => (counts[name as keyof typeof readersPer] ?? 0) * per);
  const ofFollowers = Math.round((followers ?? 0) * readersPerFollower);
  return Math.max(counts.views ?? Math.max(...guesses, ofFollowers), verified ? verifiedReaders : 0);
}

/** The coarse bucket: 0 unknown or under 100 readers, 1 under 1,000, 2 under 10,000, 3 under 100,000, 4 more. */
export function reachBucket(readers: number): number {
  return [100, 1000, 10_000, 100_000].filter((limit) => readers >= limit).length;
}
