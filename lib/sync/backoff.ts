const firstMs = 1_000;
const longestMs = 60_000;

/**
 * How long to wait after `failures` failures in a row, in milliseconds: doubling from 1 s to a minute, of which a
 * random half keeps a crowd of devices from coming back at the same instant. `random` gives 0..1.
 */
export function backoffMs(failures: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 20));
  return Math.round(full * (0.5 + random() / 2));
}
