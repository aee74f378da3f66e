import { describe, expect, it } from "vitest";
import { lowerBound } from "../../../lib/schema/levels.ts";
import { evidenceByAuthor, type Rating } from "../../../server/trust/evidence.ts";

const now = new Date("2026-11-30T12:00:00Z");
const daysAgo = (days: number) => new Date(now.getTime() - days * 24 * 60 * 60_000);
const rating = (item: string, rater: string, value = 1, more: Partial<Rating> = {}): Rating => ({
  item,
  author: "ann",
  rater,
  value,
  at: daysAgo(3),
  ofStaff: false,
  ...more,
});
const ofAnn = (...ratings: Rating[]) => evidenceByAuthor(ratings, now).get("ann");

describe("what was found of somebody's answers", () => {
  it("counts each answer once, however many read it", () => {
    expect(ofAnn(rating("a", "ben"), rating("a", "cid"), rating("b", "ben", 0), rating("b", "cid"))).toEqual({
      rated: 2,
      good: 1.5,
      raters: 2,
      days: 3,
    });
  });
  it("has no word of one's own", () => expect(ofAnn(rating("a", "ann"))).toBeUndefined());
  it("counts the days from the first of them", () => {
    expect(ofAnn(rating("a", "ben"), rating("b", "ben", 1, { at: daysAgo(9.5) }))?.days).toBe(9);
    expect(ofAnn(rating("a", "ben", 1, { at: daysAgo(-1) }))?.days).toBe(0);
  });
  it("lets friends who approve each other without end prove no more than twice each", () => {
    const ring = ["ben", "cid", "dan", "eve"].flatMap((rater) => Array.from({ length: 50 }, (_, n) => rating(`${n}`, rater)));
    const found = ofAnn(...ring);
    expect(found?.rated).toBeCloseTo(8);
    expect(found?.good).toBeCloseTo(8);
  });
  it("lets two who only ever praise each other prove once, and one who never rates back twice", () => {
    const words = (author: string, rater: string, values: readonly number[]) =>
      values.map((value, n) => rating(`${author} ${n}`, rater, value, { author }));
    const both = [...words("ann", "ben", [1, 1, 1, 1]), ...words("ben", "ann", [1, 1])];
    const rated = (all: readonly Rating[]) => evidenceByAuthor(all, now).get("ann")?.rated;
    expect(rated(both)).toBeCloseTo(1);
    expect(rated(words("ann", "ben", [1, 1, 1, 1]))).toBeCloseTo(2);
    expect(rated([...words("ann", "ben", [1, 1, 1, 1]), ...words("ben", "ann", [1, 0])])).toBeCloseTo(2);
  });
  it("counts what all outside wrote as one answer at most, and them as no raters", () => {
    const thanks = Array.from({ length: 9 }, (_, n) => rating(`${n}`, ""));
    expect(ofAnn(...thanks)).toMatchObject({ raters: 0 });
    expect(ofAnn(...thanks)?.rated).toBeCloseTo(1);
  });
  it("counts staff each time", () => {
    const words = Array.from({ length: 20 }, (_, n) => rating(`${n}`, "boss", 1, { ofStaff: true }));
    expect(ofAnn(...words)?.rated).toBe(20);
  });
  it("weighs raters as it is told, and not those who count nothing", () => {
    const weigh = (rater: string) => (rater === "ben" ? 0.5 : 0);
    const found = evidenceByAuthor([rating("a", "ben"), rating("a", "cid", 0), rating("b", "cid")], now, weigh).get("ann");
    expect(found).toEqual({ rated: 0.5, good: 0.5, raters: 1, days: 3 });
    expect(lowerBound(found ?? { good: 0, rated: 0 })).toBeLessThan(0.34);
  });
});
