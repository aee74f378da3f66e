import * as v from "valibot";
import { Timestamp } from "./post.ts";
import { causes } from "./triage-settings.ts";

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** What came of the posts that triage sent to staff for one cause, as far as staff said. */
const Tally = v.object({
  /** It was so: said by staff, or answered by them without a correction. */
  right: Count,
  /** How many of the right ones were only answered. */
  answered: Count,
  /** It was not so. */
  wrong: Count,
  /** Not sent, though staff said it was so. */
  missed: Count,
});
export type Tally = v.InferOutput<typeof Tally>;

/** How often triage was right about whom it sent to staff; the rules are in docs/triage.md. */
export const Calibration = v.object({
  /** When the counts last changed. */
  at: Timestamp,
  tallies: v.object(v.entriesFromList(causes, Tally)),
});
export type Calibration = v.InferOutput<typeof Calibration>;

/** How far back it looks. */
export const calibrationDays = 90;
