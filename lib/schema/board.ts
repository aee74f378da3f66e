import * as v from "valibot";
import { longestName, mostCounted } from "./limits.ts";
import { Languages } from "./wire.ts";

/** How many names a board shows. */
export const boardNames = 10;

const Amount = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostCounted));

const WeekRow = v.object({
  /** Who has as many points shares the place. */
  place: Amount,
  name: v.pipe(v.string(), v.maxLength(longestName)),
  points: Amount,
  isMine: v.boolean(),
});
export type WeekRow = v.InferOutput<typeof WeekRow>;

/** The points of this week on posts in one language, of who chose to be listed. */
export const WeekBoard = v.object({
  /** Null while nobody who is listed has points. */
  language: v.nullable(v.pipe(v.string(), v.maxLength(35))),
  /** In which languages somebody has some. */
  languages: Languages,
  /** The first ten, and the one who asks where they are further down. */
  rows: v.pipe(v.array(WeekRow), v.maxLength(boardNames + 1)),
  /** How many more share the place of the tenth, and are not shown. */
  alsoTenth: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted)),
  /** Whether the one who asks chose to be listed. */
  isListed: v.boolean(),
});
export type WeekBoard = v.InferOutput<typeof WeekBoard>;
