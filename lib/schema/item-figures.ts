import * as v from "valibot";
import { Id } from "./keywords.ts";
import { mostCounted } from "./limits.ts";
import { Person } from "./person.ts";

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** What became of an answer on record. */
export const ItemFigures = v.object({
  id: Id,
  /** Null: nobody who is still here. */
  owner: v.nullable(Person),
  /** How often it was used in a published answer, once a member and day, in the last year. */
  used: Count,
  /** How many of these answers their readers gave thanks for, or a second look found helpful. */
  liked: Count,
});
export type ItemFigures = v.InferOutput<typeof ItemFigures>;
