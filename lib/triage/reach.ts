import type { TriageInput } from "./triage.ts";

/** How many have read a post for each who liked, shared or answered it, where the site does not say: a coarse guess. */
const readersPer = { likes: 50, reposts: 200, replies: 100 } as const;
/** A verified author without any count is taken to have this many readers. */
const verifiedReaders = 100;

/** Readers of a post as far as the page shows; 0 when it shows nothing. */
export function readersOf({ counts, verified }: Pick<TriageInput, "counts" | "verified">): number {
  const guesses = Object.entries(readersPer).map(([name, per]) => (counts[name as keyof typeof readersPer] ?? 0) * per);
  return Math.max(counts.views ?? Math.max(...guesses), verified ? verifiedReaders : 0);
}

/** The coarse bucket: 0 unknown or under 100 readers, 1 under 1,000, 2 under 10,000, 3 under 100,000, 4 more. */
export function reachBucket(readers: number): number {
  return [100, 1000, 10_000, 100_000].filter((limit) => readers >= limit).length;
}
