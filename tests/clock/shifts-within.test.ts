import { describe, expect, it } from "vitest";
import { shiftsWithin } from "../../lib/clock/shifts-within.ts";
import type { Hours } from "../../lib/schema/clock.ts";

const at = (text: string) => Date.parse(text);
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);
const daily = (from: string, to: string, changed: Partial<Hours> = {}): Hours => ({
  zone: "Europe/Oslo",
  week: Array.from({ length: 7 }, () => [{ from, to }]),
  holidays: [],
  ...changed,
});
const spans = (hours: Hours, from: string, to: string) =>
  shiftsWithin(hours)(at(from), at(to)).map(({ startMs, endMs }) => `${iso(startMs)} ${iso(endMs)}`);

describe("when people work", () => {
  it("is told in the zone's own time, cut to what was asked for", () => {
    expect(spans(daily("09:00", "17:00"), "2026-03-02T10:00Z", "2026-03-03T09:00Z")).toEqual([
      "2026-03-02T10:00 2026-03-02T16:00",
      "2026-03-03T08:00 2026-03-03T09:00",
    ]);
  });

  it("leaves out holidays, by the zone's own date", () => {
    const hours = daily("00:00", "24:00", { holidays: [{ date: "2026-03-03", name: "Off" }] });
    expect(spans(hours, "2026-03-02T22:00Z", "2026-03-04T00:00Z")).toEqual([
      "2026-03-02T22:00 2026-03-02T23:00",
      "2026-03-03T23:00 2026-03-04T00:00",
    ]);
  });

  it("knows the day of the week before 1970, too", () => {
    const onlyMonday: Hours = { zone: "UTC", week: [[{ from: "09:00", to: "10:00" }], [], [], [], [], [], []], holidays: [] };
    expect(spans(onlyMonday, "1969-12-27T00:00Z", "1970-01-06T00:00Z")).toEqual([
      "1969-12-29T09:00 1969-12-29T10:00",
      "1970-01-05T09:00 1970-01-05T10:00",
    ]);
  });

  it("counts an hour that comes twice both times", () => {
    expect(spans(daily("02:00", "03:00"), "2026-10-25T00:00Z", "2026-10-25T03:00Z")).toEqual([
      "2026-10-25T00:00 2026-10-25T01:00",
      "2026-10-25T01:00 2026-10-25T02:00",
    ]);
  });

  it("lets a shift that begins in the hour that is left out begin as much later", () => {
    expect(spans(daily("02:30", "05:00"), "2026-03-29T00:00Z", "2026-03-29T12:00Z")).toEqual(["2026-03-29T01:30 2026-03-29T03:00"]);
  });

  it("keeps those at work who were there before the hour was left out", () => {
    const hours = daily("00:00", "02:00");
    const week = hours.week.map(() => [
      { from: "00:00", to: "02:00" },
      { from: "02:30", to: "05:00" },
    ]);
    expect(spans({ ...hours, week }, "2026-03-29T00:00Z", "2026-03-29T12:00Z")).toEqual([
      "2026-03-29T00:00 2026-03-29T01:00",
      "2026-03-29T01:00 2026-03-29T03:00",
    ]);
  });
});
