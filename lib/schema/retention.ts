import * as v from "valibot";
import { keptDays } from "./limits.ts";

/** Fewest and most days that a workspace may keep its posts. */
const retentionBounds = { least: 7, most: 365 } as const;

const Days = v.pipe(v.number(), v.integer(), v.minValue(retentionBounds.least), v.maxValue(retentionBounds.most));

/** How long a workspace keeps its posts, in days: closed ones from when they were closed, others from when somebody last had to do with them. */
export const Retention = v.object({ closed: Days, unanswered: Days });
export type Retention = v.InferOutput<typeof Retention>;

export const usualRetention: Retention = { closed: keptDays.closed, unanswered: keptDays.unanswered };

/** Whether it can be used as it is. */
export const isRetention = (value: Retention): boolean => v.is(Retention, value);

/** Whether posts go sooner by `next` than they do by `now`. */
export const isShorter = (next: Retention, now: Retention): boolean => next.closed < now.closed || next.unanswered < now.unanswered;
