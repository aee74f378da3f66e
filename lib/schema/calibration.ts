import * as v from "valibot";
import { Timestamp } from "./post.ts";

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What came of the posts that triage sent to staff for one cause, as far as staff said. */
const Tally = v.object({
  /** Triage was right: staff said so, or answered without a correction. */
  right: Count,
  /** How many of the right ones were only answered. */
  answered: Count,
  /** Triage was wrong, as staff said. */
  wrong: Count,
  /** Triage did not send it, though staff said that it had this cause. */
  missed: Count,
});
export type Tally = v.InferOutput<typeof Tally>;

/** How often triage was right about whom it sent to staff; the rules are in docs/triage.md. */
export const Calibration = v.object({
  /** When the counts last changed. */
  at: Timestamp,
  tallies: v.object({
    ...v.entriesFromList(["anger", "threat", "technical"], Tally),
    // Counts from before danger had a threshold have none of it.
    danger: v.optional(Tally, { right: 0, answered: 0, wrong: 0, missed: 0 }),
  }),
});
export type Calibration = v.InferOutput<typeof Calibration>;

/** Over how many days the posts are counted. */
export const calibrationDays = 90;
