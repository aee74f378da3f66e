import { expect, it } from "vitest";
import { percentileError } from "../../../lib/schema/period-figures.ts";
import { seeded } from "../../../scripts/seeded.ts";
import { addTimes, percentileMs, timeBucket, writeTimes } from "../../../server/figures/sketch.ts";

const dayMs = 24 * 60 * 60_000;

function timesOf(values: readonly number[]): Map<number, number> {
  const times = new Map<number, number>();
  for (const ms of values) times.set(timeBucket(ms), (times.get(timeBucket(ms)) ?? 0) + 1);
  return times;
}

it("gives every percentile within a hundredth of the exact one, from seconds to weeks", () => {
  const random = seeded(16);
  for (const spread of [0.5, 2, 4]) {
    const values = Array.from({ length: 5_000 }, () =>
      Math.min(60 * dayMs, 1_000 + 600_000 * Math.exp(spread * (random() + random() - 1))),
    );
    const sorted = values.toSorted((a, b) => a - b);
    for (const q of [0.01, 0.25, 0.5, 0.9, 0.99, 1]) {
      const exact = sorted[Math.floor(q * (sorted.length - 1))] ?? 0;
      const found = percentileMs(timesOf(values), q) ?? 0;
      expect(Math.abs(found - exact) / exact, `${spread} ${q}`).toBeLessThanOrEqual(percentileError + 0.0001);
    }
  }
});

it("knows no percentile of nothing, and takes what is shorter than a second or longer than a year", () => {
  expect(percentileMs(new Map(), 0.5)).toBeNull();
  expect(percentileMs(timesOf([0, -5]), 0.5)).toBeGreaterThan(900);
  expect(percentileMs(timesOf([Number.MAX_SAFE_INTEGER]), 0.5)).toBeGreaterThan(300 * dayMs);
});

it("is kept in bytes of which two behind each other are their sum, and forgets what was taken out", () => {
  const [a, b] = [timesOf([1_000, 5_000, 5_000, 40 * dayMs]), timesOf([5_000, 7 * dayMs])];
  const together = new Map<number, number>();
  addTimes(together, Buffer.concat([writeTimes(a), writeTimes(b)]));
  expect(together).toEqual(timesOf([1_000, 5_000, 5_000, 5_000, 7 * dayMs, 40 * dayMs]));
  const many = new Map([[300, 100_000]]);
  const read = new Map<number, number>();
  addTimes(read, writeTimes(many));
  expect(read).toEqual(many);
  expect(writeTimes(new Map([[5, 0]])).length).toBe(0);
});
