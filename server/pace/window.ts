/** What was done in this hour, and in the one before it. */
export interface Window {
  readonly done: number;
  readonly before: number;
}

const hourMs = 3_600_000;

/** The beginning of the hour that a time falls in. */
export const hourOf = (at: Date): Date => new Date(Math.floor(at.getTime() / hourMs) * hourMs);

/**
 * How much more fits at `at`: a sliding window of an hour by two counters. Of the hour before this one so much is held against a member as of it still
 * lies within the last sixty minutes, as if it had come evenly (https://blog.cloudflare.com/counting-things-a-lot-of-different-things/).
 */
export function roomAt(at: Date, limit: number, { done, before }: Window): number {
  const gone = (at.getTime() - hourOf(at).getTime()) / hourMs;
  // What a division leaves behind is no doing.
  return Math.max(0, Math.floor(limit - before * (1 - gone) - done + 1e-6));
}

/** From when on the `nth` more (from 1) fits, if nothing else is done before: a whole second after `at`. */
export function fitsFrom(at: Date, limit: number, { done, before }: Window, nth: number): Date {
  const start = hourOf(at).getTime();
  const spare = limit - Math.min(nth, limit) - done;
  // Once the hour before has sunk far enough in this one; else once this hour has in the next.
  const hours = spare >= 0 ? Math.max(0, 1 - (before === 0 ? 1 : spare / before)) : 2 - (done + spare) / done;
  return new Date(Math.ceil(Math.max(start + hours * hourMs, at.getTime() + 1) / 1_000) * 1_000);
}
