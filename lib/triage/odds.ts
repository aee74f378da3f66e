/** A share is never quite 0 or 1, so that two of them can speak against each other. */
const least = 1e-6;

/** Log-odds of a share, 0..1. */
export function oddsOf(share: number): number {
  const held = Math.min(1 - least, Math.max(least, share));
  return Math.log(held / (1 - held));
}

/** The share that has these log-odds. */
export const fromOdds = (odds: number): number => 1 / (1 + Math.exp(-odds));
