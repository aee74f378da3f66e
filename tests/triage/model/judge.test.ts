import { expect, test } from "vitest";
import type { Head } from "../../../lib/triage/model/asset.ts";
import { Features, readPieces, wordKey } from "../../../lib/triage/model/features.ts";
import { familyFor, judge } from "../../../lib/triage/model/judge.ts";
import { keyTable } from "../../../lib/triage/model/key-table.ts";
import { signAt, signCount } from "../../../lib/triage/model/signs.ts";
import { readTokens } from "../../../lib/triage/tokens.ts";
import { scores } from "../findings.ts";

const known = ["broken", "lovely", "the", "韌"];
const keys = known.map(wordKey).sort((a, b) => a - b);

/** A head of one output that weighs words, in steps of one, and named signs. */
function head(name: string, outputs: readonly string[], weights: readonly Readonly<Record<string, number>>[], signs: object = {}): Head {
  const ofSigns = outputs.flatMap(() => {
    const row = Array.from({ length: signCount }, () => 0);
    for (const [sign, weight] of Object.entries(signs)) row[signAt[sign as keyof typeof signAt]] = weight;
    return row;
  });
  const columns = weights.map((each) => Int8Array.from(keys, (key) => each[known.find((word) => wordKey(word) === key) ?? ""] ?? 0));
  const shape = { name, outputs, exclusive: outputs.length === 2, step: 1, slopes: outputs.map(() => 1) };
  return { ...shape, offsets: { all: outputs.map(() => 0) }, signs: ofSigns, weights: columns };
}

function read(text: string, ...heads: readonly Head[]) {
  const tokens = readTokens(text);
  const pieces = new Features();
  readPieces(tokens, pieces);
  const family = { keys: keyTable(keys), list: new Int8Array(0), heads: new Map(heads.map((each) => [each.name, each])) };
  const mood = { value: 0, known: false, good: [], bad: [] };
  return judge(family, { lang: "en", tokens, tables: [], mood, scores: scores(), pieces, fold: new Map() });
}

const sentiment = head("sentiment", ["negative", "positive"], [{ broken: 9 }, { lovely: 9 }]);

test("what the mood's head says feeds the heads behind it", () => {
  const anger = head("anger", ["anger"], [{}], { negative: 5 });
  const [broken, lovely] = [read("broken", sentiment, anger), read("lovely", sentiment, anger)];
  expect(broken.negative).toBeGreaterThan(0.8);
  expect(lovely.positive).toBeGreaterThan(0.8);
  expect(broken.anger ?? 0).toBeGreaterThan(0.9);
  expect(lovely.anger).toBeCloseTo(0.5, 1);
});

test("what no head reads is null", () => {
  expect(read("broken", sentiment)).toMatchObject({ anger: null, question: null, waits: null, hazards: null, noises: null });
});

test("danger and its kinds are named by their outputs", () => {
  const heads = [head("danger", ["danger"], [{ broken: 5 }]), head("hazard", ["safety"], [{ broken: 9 }])];
  const { hazards } = read("broken", sentiment, ...heads);
  expect(hazards?.danger).toBeGreaterThan(0.8);
  expect(hazards?.safety).toBeGreaterThan(hazards?.danger ?? 1);
});

test("a single Chinese character is hardly a word and no reason", () => {
  const wordy = head("anger", ["anger"], [{ 韌: 9, broken: 9 }]);
  expect(read("韌 broken", sentiment, wordy).telling("anger")).toEqual(["broken"]);
});

test("words that speak for it are shown, function words are not", () => {
  const wordy = head("anger", ["anger"], [{ broken: 4, the: 4 }]);
  expect(read("the broken kettle", sentiment, wordy).telling("anger")).toEqual(["broken"]);
  expect(read("the kettle", sentiment, wordy).telling("anger")).toEqual([]);
});

test("Arabic and the others that share one are read by one family", () => {
  const asked: string[] = [];
  const model = {
    fold: new Map(),
    family: (name: string) => {
      asked.push(name);
      return null;
    },
  };
  expect([familyFor(model, "de"), familyFor(model, "nb")]).toEqual([null, null]);
  expect(asked).toEqual(["rest", "nb"]);
});
