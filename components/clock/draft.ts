import type { ClockSettings, Hours } from "../../lib/schema/clock.ts";
import { holidayText, readHolidays, readShifts, shiftText } from "./shifts.ts";

/** The clock as it stands in the form's boxes. */
export interface ClockDraft {
  readonly firstAnswer: string;
  readonly warn: string;
  readonly community: string;
  /** Off: it runs day and night, and the rest is kept for later. */
  readonly byHours: boolean;
  readonly zone: string;
  readonly week: readonly string[];
  readonly holidays: string;
}

const office = "09:00-17:00";

export function clockDraft({ firstAnswerMinutes, warnMinutes, communityMinutes, hours }: ClockSettings): ClockDraft {
  return {
    firstAnswer: String(firstAnswerMinutes),
    warn: String(warnMinutes),
    community: String(communityMinutes),
    byHours: hours !== null,
    zone: hours?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    week: hours?.week.map(shiftText) ?? [office, office, office, office, office, "", ""],
    holidays: holidayText(hours?.holidays ?? []),
  };
}

function readHours({ byHours, zone, week, holidays }: ClockDraft): Hours | null | "unreadable" {
  if (!byHours) return null;
  const shifts = week.map(readShifts);
  const days = readHolidays(holidays);
  if (days === null || !shifts.every((of) => of !== null)) return "unreadable";
  return { zone: zone.trim(), week: shifts, holidays: days };
}

const whole = (text: string): number => (/^\d+$/.test(text.trim()) ? Number(text) : Number.NaN);

/** The settings that the boxes say; null when one cannot be read. Whether they can be used is for `isClock` to say. */
export function readDraft(draft: ClockDraft): ClockSettings | null {
  const hours = readHours(draft);
  if (hours === "unreadable") return null;
  return { firstAnswerMinutes: whole(draft.firstAnswer), warnMinutes: whole(draft.warn), communityMinutes: whole(draft.community), hours };
}
