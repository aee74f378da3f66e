import { describe, expect, it } from "vitest";
import { holidayText, readHolidays, readShifts, shiftText } from "../../../components/clock/shifts.ts";

describe("shifts", () => {
  it.each([
    ["9-17", "09:00-17:00"],
    ["09:00-12:00, 13:00-17:30", "09:00-12:00, 13:00-17:30"],
    ["8.30 – 12", "08:30-12:00"],
    ["22:00-24:00", "22:00-24:00"],
    ["", ""],
    ["  ", ""],
  ])("%j are read and written", (text, written) => {
    const shifts = readShifts(text);
    expect(shifts && shiftText(shifts)).toBe(written);
  });

  it.each(["nine to five", "9-", "9-17,", "9-17;18-20", "9-17 18-20"])("%j are not", (text) => {
    expect(readShifts(text)).toBeNull();
  });
});

describe("holidays", () => {
  it("stand one a line", () => {
    const days = readHolidays(" 2026-12-25 Christmas Day \n\n2026-01-01");
    expect(days).toEqual([
      { date: "2026-12-25", name: "Christmas Day" },
      { date: "2026-01-01", name: "" },
    ]);
    expect(holidayText(days ?? [])).toBe("2026-12-25 Christmas Day\n2026-01-01");
  });

  it("begin with a date", () => {
    expect(readHolidays("Christmas 2026-12-25")).toBeNull();
  });
});
