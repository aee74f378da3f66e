import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { workTime } from "../../lib/clock/work-time.ts";
import { ClockSettings, defaultClock, Hours } from "../../lib/schema/clock.ts";

const minute = 60_000;
const hour = 60 * minute;
const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString();
const office = [{ from: "09:00", to: "17:00" }];
const hours = (changed: Partial<Hours> = {}): Hours => ({
  zone: "Europe/Oslo",
  week: [office, office, office, office, office, [], []],
  holidays: [],
  ...changed,
});
const due = (start: string, ms: number, calendar: Hours | null = hours()) => iso(workTime(calendar).after(at(start), ms));

describe("the end of a clock", () => {
  it.each([
    ["within a shift", "2026-03-02T09:00:00Z", 2 * hour, "2026-03-02T11:00:00.000Z"],
    ["that begins before work", "2026-03-02T03:00:00Z", 2 * hour, "2026-03-02T10:00:00.000Z"],
    ["at the very end of a shift", "2026-03-02T14:00:00Z", 2 * hour, "2026-03-02T16:00:00.000Z"],
    ["over a night", "2026-03-02T15:00:00Z", 2 * hour, "2026-03-03T09:00:00.000Z"],
    ["over a weekend", "2026-03-06T15:30:00Z", 2 * hour, "2026-03-09T09:30:00.000Z"],
    ["that begins on a Saturday", "2026-03-07T12:00:00Z", 30 * minute, "2026-03-09T08:30:00.000Z"],
    ["over the Sunday on which summer time begins", "2026-03-27T15:00:00Z", 2 * hour, "2026-03-30T08:00:00.000Z"],
    ["over the Sunday on which it ends", "2026-10-23T14:00:00Z", 2 * hour, "2026-10-26T09:00:00.000Z"],
  ])("%s", (_, start, ms, expected) => {
    expect(due(start, ms)).toBe(expected);
  });

  it("passes over holidays", () => {
    const holidays = [
      { date: "2026-12-24", name: "Christmas Eve" },
      { date: "2026-12-25", name: "Christmas Day" },
    ];
    expect(due("2026-12-23T15:30:00Z", hour, hours({ holidays }))).toBe("2026-12-28T08:30:00.000Z");
  });

  it("stands still between split shifts", () => {
    const split = [
      { from: "08:00", to: "12:00" },
      { from: "13:00", to: "16:00" },
    ];
    expect(due("2026-03-02T10:30:00Z", hour, hours({ week: Array(7).fill(split) }))).toBe("2026-03-02T12:30:00.000Z");
  });

  it("counts a night shift through midnight as one", () => {
    const night = [
      { from: "00:00", to: "06:00" },
      { from: "22:00", to: "24:00" },
    ];
    const calendar = hours({ zone: "Asia/Jakarta", week: Array(7).fill(night) });
    expect(due("2026-03-02T16:00:00Z", 2 * hour, calendar)).toBe("2026-03-02T18:00:00.000Z");
    expect(due("2026-03-02T22:30:00Z", hour, calendar)).toBe("2026-03-03T15:30:00.000Z");
  });

  it.each([
    ["is an hour shorter when summer time begins", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00.000Z", 23],
    ["is an hour longer when it ends", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00.000Z", 25],
  ])("a day that is worked through %s", (_, from, to, length) => {
    const calendar = hours({ week: Array(7).fill([{ from: "00:00", to: "24:00" }]) });
    expect(workTime(calendar).between(at(from), at(to))).toBe(length * hour);
    expect(due(from, length * hour, calendar)).toBe(to);
  });

  const worked = (zone: string, from: string, to: string, shifts: string) => {
    const day = shifts.split(", ").map((shift) => ({ from: shift.slice(0, 5), to: shift.slice(6) }));
    return workTime(hours({ zone, week: Array(7).fill(day) })).between(at(from), at(to)) / hour;
  };

  it.each([
    ["that ends when it begins", 2, "00:00-02:00"],
    ["that ends within it", 3, "00:00-02:30"],
    ["that begins within it", 2.5, "02:30-04:30"],
    ["that meets another within it", 7, "00:00-02:30, 02:30-06:00"],
    ["that meets another where it begins", 7, "00:00-02:00, 02:00-06:00"],
    ["that meets another where it ends", 7, "00:00-03:00, 03:00-06:00"],
    ["with a pause within it", 6, "00:00-02:15, 02:45-06:00"],
  ])("counts a shift %s, the hour that comes twice, as the wall clock shows it", (_, expected, shifts) => {
    expect(worked("Europe/Oslo", "2026-10-24T22:00Z", "2026-10-25T11:00Z", shifts)).toBe(expected);
  });

  it.each([
    ["that ends within it", 2, "00:00-02:30"],
    ["that lies within it", 0, "02:00-03:00"],
    ["that meets another within it", 5, "00:00-02:30, 02:30-06:00"],
    ["with a pause until its end", 5, "00:00-02:30, 03:00-06:00"],
    ["with a pause within it", 5, "00:00-02:15, 02:45-06:00"],
    ["that begins half an hour into it, and so half an hour late", 2.5, "02:30-06:00"],
    ["that would begin late and after its end", 0, "02:30-03:15"],
  ])("counts a shift %s, the hour that is left out, as the wall clock shows it", (_, expected, shifts) => {
    expect(worked("Europe/Oslo", "2026-03-28T23:00Z", "2026-03-29T10:00Z", shifts)).toBe(expected);
  });

  it("counts the hour that comes twice twice, and the one that is left out not at all", () => {
    const calendar = hours({ week: Array(7).fill([{ from: "02:00", to: "03:00" }]) });
    const whole = (from: string, to: string) => workTime(calendar).between(at(from), at(to)) / hour;
    expect(whole("2026-10-24T22:00:00Z", "2026-10-25T22:00:00Z")).toBe(2);
    expect(whole("2026-03-28T23:00:00Z", "2026-03-29T21:00:00Z")).toBe(0);
  });

  it.each(["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu", "Australia/Lord_Howe", "America/St_Johns"])(
    "holds in %s",
    (zone) => {
      const time = workTime(hours({ zone }));
      for (let start = at("2026-03-20T00:00:00Z"); start < at("2026-04-10T00:00:00Z"); start += 5.5 * hour) {
        const end = time.after(start, 3 * hour);
        expect(time.between(start, end)).toBe(3 * hour);
        expect(time.isOpen(end - 1)).toBe(true);
        expect(time.between(end, start)).toBe(-3 * hour);
      }
    },
  );

  it("runs day and night without a calendar", () => {
    expect(due("2026-03-07T12:00:00Z", 2 * hour, null)).toBe("2026-03-07T14:00:00.000Z");
    expect(workTime(null).between(at("2026-03-07T12:00:00Z"), at("2026-03-07T11:00:00Z"))).toBe(-hour);
    expect(workTime(null).isOpen(0)).toBe(true);
  });

  it("ends also when every day is a holiday", () => {
    const first = at("2026-01-01T00:00:00Z");
    const holidays = Array.from({ length: 1200 }, (_, day) => ({ date: iso(first + day * 24 * hour).slice(0, 10), name: "" }));
    expect(workTime(hours({ holidays })).after(first, hour)).toBeGreaterThan(first + 700 * 24 * hour);
  });
});

describe("a calendar is refused", () => {
  const week = (shifts: { from: string; to: string }[]) => ({ week: [shifts, [], [], [], [], [], []] });
  it.each([
    ["when its zone is not known", { zone: "Europe/Atlantis" }],
    ["when nobody ever works", { week: Array(7).fill([]) }],
    ["when a shift ends before it begins", week([{ from: "17:00", to: "09:00" }])],
    [
      "when shifts overlap",
      week([
        { from: "09:00", to: "13:00" },
        { from: "12:00", to: "17:00" },
      ]),
    ],
    ["when a time is none", week([{ from: "09:00", to: "25:00" }])],
    ["when a holiday is no date", { holidays: [{ date: "24.12.", name: "" }] }],
    ["when a day is missing", { week: [office] }],
  ])("%s", (_, changed) => {
    expect(v.is(Hours, { ...hours(), ...changed })).toBe(false);
  });

  it("when it warns before it begins", () => {
    expect(v.is(ClockSettings, { ...defaultClock, firstAnswerMinutes: 30, warnMinutes: 30, hours: null })).toBe(false);
    expect(v.is(ClockSettings, { ...defaultClock, firstAnswerMinutes: 30, warnMinutes: 29, hours: hours() })).toBe(true);
  });
});
