import { describe, expect, test } from "vitest";
import { platt } from "../../scripts/triage-model/calibrate.ts";
import { readCorpus } from "../../scripts/triage-model/corpus.ts";
import { readCsv } from "../../scripts/triage-model/csv.ts";
import { example } from "../../scripts/triage-model/examples.ts";
import { estimate } from "../../scripts/triage-model/interval.ts";
import { rawScores } from "../../scripts/triage-model/learn.ts";
import { learnByMargin } from "../../scripts/triage-model/margin.ts";
import {
  accuracy,
  areaUnderCurve,
  calibrationError,
  macroF1,
  macroRecall,
  pearson,
  weightedF1,
} from "../../scripts/triage-model/metrics.ts";
import { splitOf } from "../../scripts/triage-model/split.ts";

test("CSV with quotes, commas and line ends inside fields", () => {
  expect(readCsv('id,text\r\n1,"a, ""b""\nc"\n2,\n')).toEqual([
    { id: "1", text: 'a, "b"\nc' },
    { id: "2", text: "" },
  ]);
});

test("copies, retweets and other links fall on one side", () => {
  const texts = Array.from({ length: 200 }, (_, at) => `post number ${at} about chargers`);
  expect(new Set(texts.map(splitOf)).size).toBe(3);
  for (const text of texts) expect(splitOf(`RT @someone: ${text.toUpperCase()}!! https://example.com/x`)).toBe(splitOf(text));
});

describe("figures", () => {
  const rows = [
    { truth: "a", answer: "a" },
    { truth: "a", answer: "a" },
    { truth: "a", answer: "b" },
    { truth: "b", answer: "b" },
  ];

  test("of labels", () => {
    expect(accuracy(rows)).toBeCloseTo(0.75);
    expect(macroRecall(rows)).toBeCloseTo((2 / 3 + 1) / 2);
    expect(macroF1(rows)).toBeCloseTo((0.8 + 2 / 3) / 2);
    expect(weightedF1(rows)).toBeCloseTo((3 * 0.8 + 2 / 3) / 4);
  });

  test("of scores", () => {
    const scored = [0.1, 0.4, 0.4, 0.9].map((answer, at) => ({ truth: Number(at >= 2), answer }));
    expect(areaUnderCurve(scored)).toBeCloseTo(0.875);
    expect(pearson([1, 2, 3].map((value) => ({ truth: value, answer: 5 - value })))).toBeCloseTo(-1);
    expect(calibrationError(scored)).toBeCloseTo((0.1 + 2 * 0.1 + 0.1) / 4);
  });

  test("an interval holds the figure and narrows with more rows", () => {
    const few = estimate(rows, accuracy);
    const many = estimate(Array.from({ length: 100 }, () => rows).flat(), accuracy);
    expect(few.low).toBeLessThanOrEqual(few.value);
    expect(few.high).toBeGreaterThanOrEqual(few.value);
    expect(many.high - many.low).toBeLessThan(few.high - few.low);
  });
});

test("calibration finds the slope and offset that scores were made with", () => {
  const scores: number[] = [];
  const truths: number[] = [];
  for (let score = -3; score <= 3; score += 0.1) {
    const yes = Math.round(1000 / (1 + Math.exp(-(2 * score - 1))));
    for (let at = 0; at < 1000; at += 2) {
      scores.push(score);
      truths.push(Number(at < yes));
    }
  }
  const { slope, offset } = platt(scores, truths);
  expect(slope).toBeCloseTo(2, 1);
  expect(offset).toBeCloseTo(-1, 1);
});

test("few posts teach a rare outcome, the same for the same seed", () => {
  const head = {
    name: "threat",
    outputs: ["threat"],
    exclusive: false,
    examples: () => [],
    passes: 10,
    rate: 0,
    decay: 0,
    most: 1000,
    least: 0,
  };
  const recipe = { name: "en", tables: "en", usesWords: true, list: () => new Map<string, number>(), heads: [head] };
  const texts = Array.from({ length: 60 }, (_, at) => (at % 20 === 0 ? `${at} zorgle your charger` : `${at} polish your charger`));
  const unseen = ["zorgle the case", "polish the case"];
  const all = [...texts, ...unseen];
  const corpus = readCorpus(
    recipe,
    all,
    all.map((_, at) => at < texts.length),
    new Map(),
    new Map(),
  );
  const lessons = texts.map((text, at) => ({ at, example: example(text, [Number(at % 20 === 0)], "acts") }));
  const learnt = () => learnByMargin(corpus, lessons, head, { cost: 0.3, signs: 0.3 }, 1);
  const [rare = 0, usual = 0] = unseen.map((_, at) => rawScores(corpus, texts.length + at, learnt(), new Float64Array(1))[0]);
  expect(rare).toBeGreaterThan(0);
  expect(usual).toBeLessThan(0);
  expect(learnt()).toEqual(learnt());
});
