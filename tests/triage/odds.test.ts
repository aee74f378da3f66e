import { expect, test } from "vitest";
import { fromOdds, oddsOf } from "../../lib/triage/odds.ts";

test("odds and share are two ways to say the same", () => {
  for (const share of [0.01, 0.3, 0.5, 0.99]) expect(fromOdds(oddsOf(share))).toBeCloseTo(share);
  expect(oddsOf(0.5)).toBe(0);
});

test("what is quite sure can still be outweighed", () => {
  expect(oddsOf(1) + oddsOf(0)).toBeCloseTo(0);
  expect(Number.isFinite(oddsOf(1))).toBe(true);
});
