import { type Split, shareOf, splitOf } from "./split.ts";

/** A post to learn from. */
export interface Example {
  readonly text: string;
  /** What each output of the head should say, 0..1. */
  readonly targets: readonly number[];
  readonly weight: number;
  readonly side: Split;
  /** Which of five parts it belongs to when parts are left out in turn; copies share one. */
  readonly part: number;
  /** Where it comes from. */
  readonly from: string;
}

export const partCount = 5;

export function example(text: string, targets: readonly number[], from: string, weight = 1): Example {
  return { text, targets, weight, side: splitOf(text), part: shareOf(text, "part") % partCount, from };
}
