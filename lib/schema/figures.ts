import * as v from "valibot";
import { mostCounted } from "./limits.ts";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** Where the posts of a workspace stand, in numbers: nobody's words and nobody's name. */
export const Figures = v.object({
  /** Wait for somebody of the community, and nobody is on them. */
  waiting: Count,
  /** Of these, those whose first answer is overdue. */
  late: Count,
  /** Somebody is on them. */
  onIt: Count,
  /** Wait for staff, and nobody is on them. */
  withStaff: Count,
  answered: Count,
  /** All that there are. */
  posts: Count,
});
export type Figures = v.InferOutput<typeof Figures>;
