import { seeded } from "../../scripts/seeded.ts";

/** The middle value; of an even number the mean of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The value below which the share `at` (0 to 1) lies, between neighbours in proportion. NaN of none. */
export function quantile(values: readonly number[], at: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * at;
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

/** Chance that gives the same numbers for the same seed. */
export class Chance {
  /** From 0 up to 1, 1 left out. */
  readonly next: () => number;

  constructor(seed: number) {
    this.next = seeded(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** One of them; the first ones more often when `skew` is above 1. */
  pick<T>(from: ArrayLike<T>, skew = 1): T {
    const picked = from[Math.floor(this.next() ** skew * from.length)];
    if (picked === undefined) throw new RangeError("nothing to pick from");
    return picked;
  }
}
