import { expect, it } from "vitest";
import { isEnding, isPast, remindedUntil } from "../../lib/schema/validity.ts";

const noonMs = Date.parse("2026-03-02T12:00:00Z");
const until = (validUntil: string | null | undefined) => (validUntil === undefined ? {} : { validUntil });

it("holds through the whole of its last day, and without one for ever", () => {
  expect(["2026-03-01", "2026-03-02", "2026-03-03", null, undefined].map((day) => isPast(until(day), noonMs))).toEqual([
    true,
    false,
    false,
    false,
    false,
  ]);
});

it("is reminded of for a week before its end and a week after", () => {
  const days = ["2026-02-22", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-10", null];
  expect(days.map((day) => isEnding(until(day), noonMs))).toEqual([false, true, true, true, false, false]);
  expect(remindedUntil(noonMs)).toBe("2026-03-09");
});
