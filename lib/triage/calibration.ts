import type { Calibration, Tally } from "../schema/calibration.ts";
import { causes } from "../schema/triage-settings.ts";
import type { Verdict } from "./verdicts.ts";

/** Fewer verdicts than this say nothing of how often triage is right. */
export const fewestVerdicts = 20;

/** The verdicts counted, for each cause. */
export function talliesOf(verdicts: readonly Verdict[]): Calibration["tallies"] {
  const tallies = Object.fromEntries(
    causes.map((cause) => [cause, { right: 0, answered: 0, wrong: 0, missed: 0 }]),
  ) as Calibration["tallies"];
  for (const { cause, sent, holds, source } of verdicts) {
    const tally = tallies[cause];
    if (sent) tally[holds ? "right" : "wrong"] += 1;
    else if (holds) tally.missed += 1;
    if (sent && holds && source === "answered") tally.answered += 1;
  }
  return tallies;
}

/** Of 100 posts that were sent, how many were rightly; null while there are too few to say. */
export function rightOf100({ right, wrong }: Pick<Tally, "right" | "wrong">): number | null {
  const all = right + wrong;
  return all < fewestVerdicts ? null : Math.round((100 * right) / all);
}
