import { expect, test } from "vitest";
import { dateText, daysAgoText } from "../../lib/i18n/day-text.ts";

const noonMs = Date.parse("2026-03-02T12:00:00.000Z");

test.each([
  ["2026-03-02", "today"],
  ["2026-03-01", "yesterday"],
  ["2026-02-24", "6 days ago"],
  ["2026-02-23", "Feb 23, 2026"],
  ["2025-12-31", "Dec 31, 2025"],
])("%s is %s", (day, text) => expect(daysAgoText(day, noonMs)).toBe(text));

test("a clock that is behind makes no tomorrow", () => expect(daysAgoText("2026-03-03", noonMs)).toBe("today"));

test("the day of UTC stays that day, whatever the time of day", () => {
  expect(daysAgoText("2026-03-01", Date.parse("2026-03-01T23:59:59.000Z"))).toBe("today");
  expect(daysAgoText("2026-03-01", Date.parse("2026-03-02T00:00:00.000Z"))).toBe("yesterday");
});

test("a moment's date", () => expect(dateText("2026-03-02T12:00:00.000Z")).toBe("Mar 2, 2026"));
