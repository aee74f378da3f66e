import { inOwnLanguage } from "./spoken.ts";

const clock = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { timeStyle: "short" }));
const moment = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" }));

/** The time of day of a moment near by, as a person's own clock shows it. */
export function clockText(atMs: number): string {
  return clock().format(new Date(atMs));
}

/** A moment, as day and time of the person's own calendar. `timestamp`: ISO 8601. */
export function timeText(timestamp: string): string {
  return moment().format(new Date(timestamp));
}
