import * as v from "valibot";
import { highestVersion, usualDanger } from "./limits.ts";

/** What sends a post to staff; each has a threshold of its own. */
export const causes = ["danger", "anger", "threat", "technical"] as const;
export type Cause = (typeof causes)[number];

/**
 * Bounds of every threshold. A person's "a little" (0.3) lies below and "clearly" (1) above all of them, so that what people say never
 * changes its side when a threshold moves.
 */
export const thresholdBounds = { least: 0.35, most: 0.95 } as const;

const Unit = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const Mark = v.pipe(v.number(), v.minValue(thresholdBounds.least), v.maxValue(thresholdBounds.most));

/** From `value` on a post counts as angry, say; the nightly refit moves it only between `least` and `most`. */
const Threshold = v.pipe(
  v.object({ value: Mark, least: Mark, most: Mark }),
  v.check(({ value, least, most }) => least <= value && value <= most, "not between its limits"),
);
export type Threshold = v.InferOutput<typeof Threshold>;

export const weightNames = [
  "threat",
  "urgency",
  "anger",
  "complaint",
  "question",
  "request",
  "praise",
  "sentiment",
  "technical",
  "reach",
  "age",
] as const;

export const wordScores = ["urgency", "technical", "anger"] as const;
export type WordScore = (typeof wordScores)[number];

/** A workspace's own words for a score, and how many it may have. */
export const maxOwnWords = 200;
const OwnWords = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60))), v.maxLength(maxOwnWords));

export const patienceBounds = { leastMinutes: 60, mostMinutes: 2880 } as const;

export const longestSelfHarmNote = 600;

/** What a workspace says about triage; the formulas are in docs/triage.md. */
export const TriageSettings = v.object({
  /** Rises by one with every change, by an admin or by the nightly refit. */
  version: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(highestVersion)),
  thresholds: v.object({ ...v.entriesFromList(["anger", "threat", "technical"], Threshold), danger: v.optional(Threshold, usualDanger) }),
  /** Whether the thresholds are refitted nightly from what staff changed. */
  refit: v.boolean(),
  /** How much each part weighs in the priority, 0..1. */
  weights: v.object(v.entriesFromList(weightNames, Unit)),
  /** A post of priority 0 lets one of priority 100 pass that came up to so many minutes later; nothing that came later still passes it. */
  patienceMinutes: v.pipe(v.number(), v.integer(), v.minValue(patienceBounds.leastMinutes), v.maxValue(patienceBounds.mostMinutes)),
  /** Counted on top of what triage knows by itself. */
  words: v.object(v.entriesFromList(wordScores, OwnWords)),
  /** What staff read beside a post whose author may harm themselves; empty for the words that are shipped. */
  selfHarmNote: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longestSelfHarmNote)), ""),
});
export type TriageSettings = v.InferOutput<typeof TriageSettings>;
