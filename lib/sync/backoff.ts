const firstMs = 1_000;
const longestMs = 60_000;
const leastMs = 100;

/**
 * How long to wait after `failures` failures in a row, in milliseconds: any time up to a bound that doubles from 1 s to a minute, so that a crowd of
 * devices comes back evenly and not at one instant (full jitter). `spreadMs`: over how long the crowd is to spread, as the server last said.
 * `random` gives 0..1.
 */
export function backoffMs(failures: number, random: () => number, spreadMs = 0): number {
  const bound = Math.max(spreadMs, Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20)));
  return Math.max(leastMs, Math.round(bound * random()));
}
