import type { Doings, doneKinds, UnusualCode } from "../../lib/schema/doings.ts";

/** What a member did in the last day, in numbers. */
export type Counts = Pick<Doings, "done" | "refused" | "declined" | "taken">;

/** From how much of a kind in a day on it can be too much. */
const least: Record<(typeof doneKinds)[number], number> = {
  dismissed: 10,
  handedOn: 10,
  broughtBack: 10,
  answered: 10,
  reported: 50,
  sentBack: 10,
};
/** How many times as much as is usual. */
const timesUsual = 5;
/** Nobody is refused so often in a day by working fast. */
const leastRefused = 20;
const leastDeclined = 5;

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/**
 * Why what a member did in the last day is unusual; `others`: what everybody else did who did anything.
 *
 *     refused    refused >= 20
 *     declined   declined >= 5 and declined >= taken, of their proposals that were settled
 *     many       of some kind n >= 10 (50 reports) and n > 5 * max(1, median of that kind over the others who did any)
 *
 * The median, and not the mean: one busy member, or three bad ones among ten, do not move what is usual.
 */
export function unusual({ done, refused, declined, taken }: Counts, others: readonly Counts[]): UnusualCode[] {
  const isMany = (Object.keys(least) as (keyof typeof least)[]).some((kind) => {
    const usual = median(others.map((other) => other.done[kind]).filter((count) => count > 0));
    return done[kind] >= least[kind] && done[kind] > timesUsual * Math.max(1, usual);
  });
  return [
    ...(refused >= leastRefused ? (["refused"] as const) : []),
    ...(declined >= leastDeclined && declined >= taken ? (["declined"] as const) : []),
    ...(isMany ? (["many"] as const) : []),
  ];
}
