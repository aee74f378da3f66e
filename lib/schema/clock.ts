import * as v from "valibot";
import { longestName } from "./limits.ts";
import { Day } from "./timestamp.ts";

const TimeOfDay = v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/));

/** A stretch of one day, in the calendar's own zone; over midnight it is two, `24:00` being the day's end. */
const Shift = v.object({ from: TimeOfDay, to: TimeOfDay });
type Shift = v.InferOutput<typeof Shift>;

/** Whether the shifts stand in order, none empty and none reaching into the next. */
function areInOrder(shifts: Shift[]): boolean {
  return shifts.every(({ from, to }, index) => from < to && (shifts[index + 1]?.from ?? "24:00") >= to);
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** IANA name, such as `Europe/Oslo`. */
export const Zone = v.pipe(v.string(), v.maxLength(60), v.check(isZone));

/** When a workspace works. */
export const Hours = v.object({
  zone: Zone,
  /** Monday to Sunday; a day without shifts is off. */
  week: v.pipe(
    v.array(v.pipe(v.array(Shift), v.maxLength(6), v.check(areInOrder))),
    v.length(7),
    v.check((week) => week.some((shifts) => shifts.length > 0)),
  ),
  /** Whole days off. */
  holidays: v.pipe(v.array(v.object({ date: Day, name: v.pipe(v.string(), v.trim(), v.maxLength(longestName)) })), v.maxLength(400)),
});
export type Hours = v.InferOutput<typeof Hours>;

const minutes = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(most));

/** The first-answer clock of a workspace. */
export const ClockSettings = v.pipe(
  v.object({
    /** From the time of the post to the first answer. */
    firstAnswerMinutes: minutes(14 * 24 * 60),
    /** How long before its end it asks for attention. */
    warnMinutes: minutes(24 * 60),
    /** How long the community has for a post that nobody takes, before it is the first line's. Runs day and night. */
    communityMinutes: minutes(7 * 24 * 60),
    /** Outside them the clock stands still; null: it runs day and night. */
    hours: v.nullable(Hours),
  }),
  v.check(({ firstAnswerMinutes, warnMinutes }) => warnMinutes < firstAnswerMinutes),
);
export type ClockSettings = v.InferOutput<typeof ClockSettings>;

/** Whether it can be used as it is. */
export const isClock = (value: ClockSettings): boolean => v.is(ClockSettings, value);

/** What counts until a workspace sets another. */
export const defaultClock: ClockSettings = { firstAnswerMinutes: 120, warnMinutes: 15, communityMinutes: 30, hours: null };
