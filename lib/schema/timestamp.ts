import * as v from "valibot";

const form = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d(?:\.\d{1,9})?)(?:(Z)| ?([+-]\d\d)(?::?(\d\d))?)$/;

/** Whether a calendar has this day: Date takes 30 February for 2 March. */
function isDay(day: string): boolean {
  const ms = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}

/** The moment that a text names, as `Date` writes it: UTC, to the millisecond. Null for none, and for a year that is not 1 to 9999. */
export function instant(text: string): string | null {
  const [, day = "", time, zulu, hours, minutes = "00"] = form.exec(text) ?? [];
  const ms = !isDay(day) ? Number.NaN : Date.parse(`${day}T${time}${zulu ?? `${hours}:${minutes}`}`);
  const written = Number.isNaN(ms) ? "" : new Date(ms).toISOString();
  return /^(?!0000)\d{4}-/.test(written) ? written : null;
}

/** A time on the wire: ISO 8601 with its zone, read as UTC to the millisecond, so that whatever passes is a time to everybody behind it. */
export const Timestamp = v.pipe(
  v.string(),
  v.maxLength(40),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const written = instant(dataset.value);
    if (written !== null) return written;
    addIssue({ message: "not a time" });
    return NEVER;
  }),
);

/** A day of the calendar. */
export const Day = v.pipe(v.string(), v.isoDate(), v.check(isDay, "no such day"));
