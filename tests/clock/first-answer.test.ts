import { describe, expect, it } from "vitest";
import { always } from "../../lib/clock/always.ts";
import { firstAnswer } from "../../lib/clock/first-answer.ts";
import { type ClockSettings, defaultClock } from "../../lib/schema/clock.ts";

const at = (text: string) => Date.parse(text);
const office = [{ from: "09:00", to: "17:00" }];
const hours: ClockSettings["hours"] = { zone: "UTC", week: [office, office, office, office, office, [], []], holidays: [] };
const iso = (clock: ClockSettings, posted: string) => {
  const { dueMs, warnMs } = firstAnswer(clock, at(posted));
  return [warnMs, dueMs].map((ms) => new Date(ms).toISOString().slice(0, 16));
};

describe("the first-answer clock", () => {
  it("runs day and night without a calendar", () => {
    const clock = { ...defaultClock, firstAnswerMinutes: 120, warnMinutes: 30, hours: null };
    expect(iso(clock, "2026-03-07T23:30Z")).toEqual(["2026-03-08T01:00", "2026-03-08T01:30"]);
  });

  it("counts work time only, for the warning too", () => {
    const clock = { ...defaultClock, firstAnswerMinutes: 120, warnMinutes: 90, hours };
    expect(iso(clock, "2026-03-06T16:00Z")).toEqual(["2026-03-06T16:30", "2026-03-09T10:00"]);
  });
});

describe("time without a calendar", () => {
  it("is all work time", () => {
    expect(always.between(10, 4)).toBe(-6);
    expect(always.after(10, 5)).toBe(15);
    expect(always.isOpen(at("2026-12-25T03:00Z"))).toBe(true);
  });
});
