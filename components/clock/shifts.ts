import type { Hours } from "../../lib/schema/clock.ts";
import { comma } from "../ui/words.ts";

type Shifts = Hours["week"][number];
type Holidays = Hours["holidays"];

/** A day's shifts as people write them: `09:00-12:00, 13:00-17:00`; nothing for a day off. */
export function shiftText(shifts: Shifts): string {
  return shifts.map(({ from, to }) => `${from}-${to}`).join(", ");
}

/** Reads `9-12, 13:00–17:30`; null when it cannot be read. */
export function readShifts(text: string): Shifts | null {
  const parts = text.split(comma).map((part) => part.trim());
  if (parts.every((part) => part === "")) return [];
  const shifts = parts.map((part) => {
    const times = /^(\d{1,2})(?:[:.](\d{2}))?\s*[-–]\s*(\d{1,2})(?:[:.](\d{2}))?$/.exec(part);
    return times && { from: clockTime(times[1], times[2]), to: clockTime(times[3], times[4]) };
  });
  return shifts.every((shift) => shift !== null) ? shifts : null;
}

const clockTime = (hours = "", minutes = "00"): string => `${hours.padStart(2, "0")}:${minutes}`;

/** Holidays as lines: `2026-12-25 Christmas Day`. */
export function holidayText(holidays: Holidays): string {
  return holidays.map(({ date, name }) => `${date} ${name}`.trim()).join("\n");
}

/** Reads them again; null when a line begins with no date. */
export function readHolidays(text: string): Holidays | null {
  const days = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => /^(\d{4}-\d{2}-\d{2})\s*(.*)$/.exec(line));
  return days.every((day) => day !== null) ? days.map((day) => ({ date: day[1] ?? "", name: day[2] ?? "" })) : null;
}
