import type { Cause, Threshold } from "../schema/triage-settings.ts";
import type { Verdict } from "./verdicts.ts";

type Sample = Pick<Verdict, "score" | "holds">;

/** Without so many verdicts in all, and so many of either kind, a threshold stays. */
const fewest = { all: 30, either: 8 } as const;
/** The most that a threshold moves in a night. */
const longestStep = 0.03;
/** Moving it must save at least so much. */
const leastGain = 3;
/** A post that staff needed and did not get is worse than one that they got for nothing; far worse where somebody is in danger. */
const costOf: Readonly<Record<Cause, { readonly missed: number; readonly needless: number }>> = {
  danger: { missed: 5, needless: 1 },
  anger: { missed: 2, needless: 1 },
  threat: { missed: 2, needless: 1 },
  technical: { missed: 2, needless: 1 },
};

/** 0.57 times 100 is a little more than 57. */
const nearly = 1e-6;

const cents = (value: number): number => Math.round(value * 100);

/** What the samples would cost with this threshold. */
function costAt(threshold: number, samples: readonly Sample[], cause: Cause): number {
  const costs = samples.map(({ score, holds }) => {
    if (cents(score) >= cents(threshold) === holds) return 0;
    return holds ? costOf[cause].missed : costOf[cause].needless;
  });
  return costs.reduce<number>((sum, cost) => sum + cost, 0);
}

/**
 * The threshold after a night: the one within a short step and its limits that would have cost the fewest mistakes, nearest to the present one
 * among equals; the present one when there are too few verdicts or too little is won. Pure; the reasons are in docs/triage.md.
 */
export function refitted(threshold: Threshold, samples: readonly Sample[], cause: Cause): Threshold {
  const { value, least, most } = threshold;
  const yes = samples.filter(({ holds }) => holds).length;
  if (samples.length < fewest.all || Math.min(yes, samples.length - yes) < fewest.either) return threshold;
  const from = Math.ceil(100 * Math.max(least, value - longestStep) - nearly);
  const to = Math.floor(100 * Math.min(most, value + longestStep) + nearly);
  let best = { value, cost: costAt(value, samples, cause) - leastGain + 0.5 };
  const steps = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => (from + step) / 100);
  for (const step of steps.sort((a, b) => Math.abs(a - value) - Math.abs(b - value))) {
    const cost = costAt(step, samples, cause);
    if (cost < best.cost) best = { value: step, cost };
  }
  return { ...threshold, value: best.value };
}
