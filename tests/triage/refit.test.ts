import { describe, expect, test } from "vitest";
import { type Threshold, thresholdBounds } from "../../lib/schema/triage-settings.ts";
import { rightOf100, talliesOf } from "../../lib/triage/calibration.ts";
import { refitted } from "../../lib/triage/refit.ts";
import type { Verdict } from "../../lib/triage/verdicts.ts";
import { seeded } from "../../scripts/seeded.ts";

const threshold: Threshold = { value: 0.6, least: 0.45, most: 0.8 };
const ofAnger = (now: Threshold, samples: Parameters<typeof refitted>[1]) => refitted(now, samples, "anger");
const many = (count: number, score: number, holds: boolean) => Array.from({ length: count }, () => ({ score, holds }));

describe("a night's refit", () => {
  test("raises the threshold past posts that were sent for nothing, by a short step", () => {
    expect(ofAnger(threshold, [...many(15, 0.61, false), ...many(20, 0.9, true)]).value).toBe(0.62);
    expect(ofAnger(threshold, [...many(15, 0.75, false), ...many(20, 0.9, true)]).value).toBe(0.6);
  });

  test("lowers it to posts that staff missed, which weigh double", () => {
    expect(ofAnger(threshold, [...many(12, 0.58, true), ...many(20, 0.2, false)]).value).toBe(0.58);
    expect(ofAnger(threshold, [...many(12, 0.58, true), ...many(20, 0.59, false)]).value).toBe(0.58);
    expect(ofAnger(threshold, [...many(12, 0.58, true), ...many(25, 0.59, false)]).value).toBe(0.6);
  });

  test("a danger that staff missed weighs five times what they got for nothing", () => {
    const danger: Threshold = { value: 0.5, least: 0.4, most: 0.65 };
    const samples = [...many(8, 0.49, true), ...many(36, 0.49, false)];
    expect(refitted(danger, samples, "danger").value).toBe(0.49);
    expect(refitted(danger, samples, "technical").value).toBe(0.5);
  });

  test.each([
    ["too few verdicts", [...many(15, 0.61, false), ...many(14, 0.9, true)]],
    ["too few that were right", [...many(40, 0.61, false), ...many(7, 0.9, true)]],
    ["too few that were wrong", [...many(7, 0.61, false), ...many(40, 0.9, true)]],
    ["too little to win", [...many(2, 0.61, false), ...many(10, 0.2, false), ...many(30, 0.9, true)]],
    ["nothing wrong", [...many(20, 0.2, false), ...many(20, 0.9, true)]],
  ])("leaves it alone with %s", (_why, samples) => {
    expect(ofAnger(threshold, samples)).toEqual(threshold);
  });

  test("never leaves the admin's limits, whatever staff say for however long", () => {
    const random = seeded(5);
    for (let round = 0; round < 50; round++) {
      const least = thresholdBounds.least + 0.2 * random();
      let now: Threshold = { value: least + 0.1, least, most: least + 0.2 };
      const samples = Array.from({ length: 80 }, () => ({ score: Math.round(100 * random()) / 100, holds: random() < 0.5 }));
      for (let night = 0; night < 20; night++) {
        const next = ofAnger(now, samples);
        expect(Math.abs(next.value - now.value)).toBeLessThanOrEqual(0.0301);
        expect(next.value).toBeGreaterThanOrEqual(least - 1e-9);
        expect(next.value).toBeLessThanOrEqual(now.most + 1e-9);
        now = next;
      }
    }
  });

  test("over many nights finds where staff's own line lies, and stays there", () => {
    const random = seeded(9);
    const line = 0.7;
    let now = threshold;
    const values = [];
    let samples: { score: number; holds: boolean }[] = [];
    for (let night = 0; night < 30; night++) {
      const fresh = Array.from({ length: 12 }, () => {
        const score = Math.round(100 * (0.3 + 0.6 * random())) / 100;
        return { score, holds: score >= line ? random() < 0.95 : random() < 0.05 };
      });
      samples = [...samples, ...fresh].slice(-300);
      now = ofAnger(now, samples);
      values.push(now.value);
    }
    for (const value of values.slice(-10)) expect(Math.abs(value - line)).toBeLessThanOrEqual(0.03);
  });
});

describe("the calibration", () => {
  const verdict = (change: Partial<Verdict>): Verdict => ({
    cause: "anger",
    score: 0.7,
    sent: true,
    holds: true,
    source: "said",
    ...change,
  });

  test("counts what was right, only answered, wrong, and missed, for each cause", () => {
    const tallies = talliesOf([
      verdict({}),
      verdict({ source: "answered" }),
      verdict({ holds: false }),
      verdict({ sent: false }),
      verdict({ sent: false, holds: false }),
      verdict({ cause: "technical" }),
    ]);
    expect(tallies).toEqual({
      danger: { right: 0, answered: 0, wrong: 0, missed: 0 },
      anger: { right: 2, answered: 1, wrong: 1, missed: 1 },
      threat: { right: 0, answered: 0, wrong: 0, missed: 0 },
      technical: { right: 1, answered: 0, wrong: 0, missed: 0 },
    });
  });

  test("says nothing of few, and whole numbers of more", () => {
    expect(rightOf100({ right: 19, wrong: 0 })).toBeNull();
    expect(rightOf100({ right: 20, wrong: 0 })).toBe(100);
    expect(rightOf100({ right: 86, wrong: 14 })).toBe(86);
    expect(rightOf100({ right: 2, wrong: 19 })).toBe(10);
  });
});
