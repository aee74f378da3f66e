import { describe, expect, it } from "vitest";
import {
  fallsAt,
  keepsLevel,
  levelBy,
  lowerBound,
  needsFor,
  nextLevelState,
  noRatedWork,
  type RatedWork,
  wayTo,
} from "../../lib/schema/levels.ts";

const now = new Date("2026-11-30T12:00:00Z");
const dayMs = 24 * 60 * 60_000;
const evidence = (rated: number, good = rated, raters = 20, days = 100): RatedWork => ({ rated, good, raters, days });

describe("the lower bound of the share of good answers", () => {
  it.each([
    [2, 2, 0.342],
    [18, 20, 0.699],
    [45, 50, 0.786],
    [0, 0, 0],
    [0, 5, 0],
  ])("of %d in %d is %d", (good, rated, bound) => expect(lowerBound({ good, rated })).toBeCloseTo(bound, 3));
});

describe("a level is earned by", () => {
  it.each([
    ["nothing", noRatedWork, 0],
    ["two of two, by two, a day ago", evidence(2, 2, 2, 1), 1],
    ["two of two of today", evidence(2, 2, 2, 0), 0],
    ["two of two by one person", evidence(2, 2, 1, 9), 0],
    ["ten of ten by four in a week", evidence(10, 10, 4, 7), 2],
    ["ten of ten by three", evidence(10, 10, 3, 30), 1],
    ["a hundred, half of them good", evidence(100, 50), 1],
    ["18 of 18 by six in a month", evidence(18, 18, 6, 30), 3],
    ["18 of 18 in 29 days", evidence(18, 18, 6, 29), 2],
    ["a hundred, none good", evidence(100, 0), 0],
  ])("%s: %o is %d", (_, of, level) => expect(levelBy(of)).toBe(level));
});

describe("a level that was earned", () => {
  it("rises as far as the evidence reaches, at once", () => {
    expect(nextLevelState({ level: 0, falteringSince: null }, evidence(20), now)).toEqual({ level: 3, falteringSince: null });
  });
  it("falls by one after two weeks below nine tenths of its mark, and not before", () => {
    const weak = evidence(10, 7);
    expect(keepsLevel(weak, 2)).toBe(false);
    const faltering = nextLevelState({ level: 2, falteringSince: null }, weak, now);
    expect(faltering).toEqual({ level: 2, falteringSince: now });
    const almost = new Date(fallsAt(now).getTime() - 1);
    expect(nextLevelState(faltering, weak, almost)).toEqual(faltering);
    expect(nextLevelState(faltering, weak, fallsAt(now))).toEqual({ level: 1, falteringSince: null });
  });
  it("is safe again when it is earned again within the grace", () => {
    const faltering = { level: 2, falteringSince: new Date(now.getTime() - 13 * dayMs) };
    expect(nextLevelState(faltering, evidence(12), now)).toEqual({ level: 2, falteringSince: null });
  });
  it("stays just below its mark", () => expect(keepsLevel(evidence(10, 9), 2)).toBe(true));
  it("never falls below 1 by silence", () => {
    const long = { level: 1, falteringSince: new Date(0) };
    expect(nextLevelState(long, noRatedWork, now)).toEqual({ level: 1, falteringSince: null });
    expect(nextLevelState({ level: 3, falteringSince: new Date(0) }, noRatedWork, now).level).toBe(2);
    expect(nextLevelState({ level: 1, falteringSince: new Date(0) }, evidence(2, 0.5), now).level).toBe(0);
  });
});

describe("the way to a level", () => {
  it("says what is missing", () => {
    expect(needsFor(noRatedWork, 1)).toEqual({ level: 1, answers: 2, raters: 2, days: 1 });
    expect(needsFor(evidence(10, 7, 2, 30), 2)).toEqual({ level: 2, answers: 8, raters: 2, days: 0 });
    expect(needsFor(evidence(50), 4)).toBeNull();
  });
  it.each([1, 2, 3])("to %d leads there when it is gone", (level) => {
    const so = evidence(5, 3, 1, 0);
    const needs = needsFor(so, level);
    const then = evidence(5 + (needs?.answers ?? 0), 3 + (needs?.answers ?? 0), 1 + (needs?.raters ?? 0), needs?.days ?? 0);
    expect(levelBy(then)).toBeGreaterThanOrEqual(level);
  });
});

describe("how much of the way is gone", () => {
  it.each([
    [noRatedWork, 1, 0],
    [evidence(1, 1, 2, 1), 1, 0.5],
    [evidence(9, 9, 4, 7), 2, 0.9],
    // One lacks days alone.
    [evidence(18, 18, 6, 15), 3, 0.5],
    [evidence(50, 50, 9, 60), 3, 1],
    [evidence(50), 4, 1],
  ])("%o to %d: %d", (so, level, gone) => expect(wayTo(so, level)).toBeCloseTo(gone));
});
