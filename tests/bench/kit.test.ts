import { describe, expect, test } from "vitest";
import { type Figure, verdict } from "../../bench/kit/benchmark.ts";
import { Chance, median, quantile } from "../../bench/kit/numbers.ts";
import { table } from "../../bench/kit/table.ts";
import { inventCorpus } from "../../bench/match/corpus.ts";

const row = (value: number, more: Partial<Figure> = {}): Figure => ({
  metric: "speed",
  value,
  unit: "x",
  gate: 4,
  aim: 8,
  better: "higher",
  ...more,
});

test.each([
  [row(9), "aim"],
  [row(4), "gate"],
  [row(3.9), "missed"],
  [row(3, { better: "lower" }), "aim"],
  [row(9, { better: "lower" }), "missed"],
  [row(9, { gate: null, aim: null }), "none"],
  [row(3, { gate: null }), "gate"],
  [row(Number.NaN), "missed"],
] as const)("%j is %s", (given, wanted) => {
  expect(verdict(given)).toBe(wanted);
});

test("the table has a line for each row, with what must be met", () => {
  const lines = table([row(12_345.6), row(0.12345, { metric: "a longer name", better: "lower" })]).split("\n");
  expect(lines[2]).toMatch(/^speed\s+12,346\s+x\s+>= 4\s+>= 8\s+aim$/);
  expect(lines[3]).toMatch(/^a longer name\s+0\.123\s+x\s+<= 4\s+<= 8\s+aim$/);
});

describe("numbers", () => {
  test("median and quantile lie between neighbours in proportion", () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(quantile([0, 10], 0.95)).toBeCloseTo(9.5);
    expect(median([])).toBeNaN();
  });

  test("the same seed gives the same numbers, within their bounds", () => {
    const draw = () => {
      const chance = new Chance(3);
      return Array.from({ length: 1000 }, () => chance.between(2, 5));
    };
    expect(draw()).toEqual(draw());
    expect(new Set(draw())).toEqual(new Set([2, 3, 4, 5]));
  });
});

test("the corpus is the same for the same numbers, in posts of about two hundred characters, and keywords differ", () => {
  const corpus = inventCorpus(200, 500);
  expect(corpus).toEqual(inventCorpus(200, 500));
  expect(new Set(corpus.keywords).size).toBe(500);
  expect(corpus.posts.reduce((sum, post) => sum + post.length, 0) / 200).toBeGreaterThan(190);
  for (const script of ["Latn", "Hebr", "Hani"])
    expect(corpus.posts.some((post) => new RegExp(`\\p{sc=${script}}`, "u").test(post))).toBe(true);
});
