import { inOwnLanguage } from "./spoken.ts";

const dayMs = 24 * 60 * 60 * 1000;
/** Longer ago than this the date says more. */
const mostDaysAgo = 6;

const date = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: "medium" }));
const dateInUtc = inOwnLanguage((language) => new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" }));
const ago = inOwnLanguage((language) => new Intl.RelativeTimeFormat(language, { numeric: "auto" }));

/** The date of a moment, as the person's own calendar has it. `timestamp`: ISO 8601. */
export function dateText(timestamp: string): string {
  return date().format(new Date(timestamp));
}

/** A day of the last week as "today" or "3 days ago", an earlier one as its date. `day`: of UTC, as 2026-11-30. */
export function daysAgoText(day: string, nowMs: number): string {
  const dayStartMs = Date.parse(day);
  // A device whose clock is behind may be told of tomorrow.
  const days = Math.max(0, Math.floor((nowMs - dayStartMs) / dayMs));
  if (days <= mostDaysAgo) return ago().format(-days, "day");
  return dateInUtc().format(dayStartMs);
}
