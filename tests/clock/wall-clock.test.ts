import { describe, expect, it } from "vitest";
import { workTime } from "../../lib/clock/work-time.ts";
import type { Hours } from "../../lib/schema/clock.ts";
import { seeded } from "../../scripts/seeded.ts";

const minute = 60_000;
const hour = 60 * minute;

/** Days on which a zone's clock was put on or back, each in another way. */
const changes: readonly (readonly [zone: string, day: string, how: string])[] = [
  ["Europe/Oslo", "2026-03-29", "an hour on at 02:00"],
  ["Europe/Oslo", "2026-10-25", "an hour back at 03:00"],
  ["America/New_York", "2026-11-01", "an hour back at 02:00"],
  ["America/Havana", "2026-03-08", "an hour on at midnight"],
  ["America/Havana", "2026-11-01", "back from 01:00 to midnight"],
  ["Atlantic/Azores", "2026-03-29", "at midnight there, at 01:00 UTC"],
  ["Australia/Lord_Howe", "2026-04-05", "half an hour back"],
  ["Australia/Lord_Howe", "2026-10-04", "half an hour on"],
  ["Antarctica/Troll", "2026-03-29", "two hours on"],
  ["Antarctica/Troll", "2026-10-25", "two hours back"],
  ["Antarctica/Casey", "2019-03-17", "three hours back"],
  ["Africa/Casablanca", "2024-03-10", "back for Ramadan"],
  ["Africa/Casablanca", "2024-04-14", "on after it"],
  ["Pacific/Apia", "2011-12-30", "a day left out"],
  ["Pacific/Kwajalein", "1993-08-21", "a day left out"],
  ["America/Asuncion", "2023-10-01", "on at midnight"],
  ["America/Santiago", "2026-04-05", "back at midnight, into the day before"],
  ["America/Santiago", "2026-09-06", "on at midnight"],
  ["Asia/Gaza", "2026-10-24", "back at 02:00 on a Saturday"],
  ["Africa/Cairo", "2026-04-24", "on at midnight on a Friday"],
  ["America/Nuuk", "2026-03-29", "on at 23:00, into the next day"],
  ["Pacific/Chatham", "2026-09-27", "on at 02:45"],
  ["America/St_Johns", "2010-11-07", "back at 00:01"],
  ["Asia/Kathmandu", "1986-01-01", "a quarter on, on New Year"],
  ["Asia/Pyongyang", "2018-05-05", "half an hour on at 23:30"],
  ["Africa/Juba", "2021-02-01", "an hour back for good"],
  ["Asia/Kolkata", "2026-03-29", "not at all"],
];

const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/** What a clock on the wall shows, minute by minute, for two days around a date. Independent of what is tested. */
function wallClock(zone: string, day: string) {
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    weekday: "short",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const startMs = Date.parse(day) - 36 * hour;
  return Array.from({ length: 84 * 60 }, (_, index) => {
    const atMs = startMs + index * minute;
    const part = Object.fromEntries(format.formatToParts(atMs).map(({ type, value }) => [type, value]));
    return {
      atMs,
      date: `${part.year}-${part.month}-${part.day}`,
      weekday: days.indexOf(part.weekday ?? ""),
      time: `${part.hour}:${part.minute}`,
    };
  });
}

type Wall = ReturnType<typeof wallClock>;

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether a clock never shows a time because it is put on past it. */
function isLeftOut(wall: Wall, time: string): boolean {
  return wall.some((shown, index) => {
    const before = wall[index - 1]?.time ?? shown.time;
    const jumped = (minutesOf(shown.time) - minutesOf(before) + 1440) % 1440;
    const passed = (minutesOf(time) - minutesOf(before) + 1440) % 1440;
    return jumped < 720 && passed > 1 && passed < jumped;
  });
}

const borders = "00:00 00:20 00:30 01:00 01:30 02:00 02:15 02:30 02:45 03:00 04:30 09:00 12:17 13:00 21:45 22:00 23:00 23:30 24:00".split(
  " ",
);

/** Nobody is due at a time that is left out: what that means is said in the table of `work-time.test.ts`. */
function drawWeek(wall: Wall, random: () => number): Hours["week"] {
  const begins = new Set(borders.filter((time) => !isLeftOut(wall, time)));
  return days.map(() => {
    const drawn = borders.filter(() => random() < 0.4);
    const shifts = drawn.slice(0, -1).map((from, index) => ({ from, to: drawn[index + 1] ?? "24:00" }));
    return shifts.filter(({ from }) => begins.has(from) && random() < 0.7).slice(0, 6);
  });
}

describe.each(changes)("where %s was put, on %s: %s", (zone, day) => {
  const wall = wallClock(zone, day);
  const first = wall[0]?.atMs ?? 0;
  const last = (wall.at(-1)?.atMs ?? 0) + minute;
  const random = seeded(21);
  const calendars = Array.from({ length: 40 }, (): Hours => {
    const holidays = random() < 0.3 ? [{ date: wall[Math.floor(random() * wall.length)]?.date ?? day, name: "" }] : [];
    return { zone, week: drawWeek(wall, random), holidays };
  });
  const isWorked = ({ week, holidays }: Hours, { date, weekday, time }: Wall[number]) =>
    !holidays.some((off) => off.date === date) && (week[weekday] ?? []).some(({ from, to }) => from <= time && time < to);

  it("people work when the wall clock says so", () => {
    for (const calendar of calendars) {
      const time = workTime(calendar);
      const wrong = wall.find((shown) => time.isOpen(shown.atMs) !== isWorked(calendar, shown));
      expect({ wrong, week: wrong && calendar.week[wrong.weekday] }).toEqual({ wrong: undefined, week: undefined });
      expect(time.between(first, last)).toBe(wall.filter((shown) => isWorked(calendar, shown)).length * minute);
    }
  });

  it("a clock ends after as much work time as it was given, and never in less time", () => {
    for (const calendar of calendars) {
      const time = workTime(calendar);
      if (time.between(first, last) === 0) continue;
      for (let draw = 0; draw < 20; draw++) {
        const start = first + Math.floor(random() * (last - first));
        const length = Math.floor(random() * 9 * hour);
        const end = time.after(start, length);
        expect(end - start).toBeGreaterThanOrEqual(length);
        expect(time.between(start, end)).toBe(length);
        expect(time.between(end, start)).toBe(length === 0 ? 0 : -length);
        const middle = start + Math.floor(random() * (end - start));
        expect(time.between(start, middle) + time.between(middle, end)).toBe(length);
        if (length > 0) expect(time.isOpen(end - 1)).toBe(true);
      }
    }
  });

  it("a week that is worked through is as long as it lasts", () => {
    const whole = { zone, week: days.map(() => [{ from: "00:00", to: "24:00" }]), holidays: [] };
    const halves = {
      zone,
      week: days.map(() => [
        { from: "00:00", to: "02:30" },
        { from: "02:30", to: "24:00" },
      ]),
      holidays: [],
    };
    expect(workTime(whole).between(first, last)).toBe(last - first);
    expect(workTime(halves).between(first, last)).toBe(last - first);
  });
});
