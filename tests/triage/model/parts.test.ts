import { describe, expect, test } from "vitest";
import { Features, foldOf, wordFeatures, wordKey } from "../../../lib/triage/model/features.ts";
import { keyTable, openKeys, placeOf } from "../../../lib/triage/model/key-table.ts";
import { createTriageModel } from "../../../lib/triage/model/load.ts";
import { addedBy, asSign, lookUp, probabilities, readList, scoresOfHead, weightEach } from "../../../lib/triage/model/reading.ts";
import { readSigns, signAt, signCount } from "../../../lib/triage/model/signs.ts";
import { readTokens } from "../../../lib/triage/tokens.ts";
import { scores } from "../findings.ts";

const calm = { value: 0, known: false, good: [], bad: [] };

describe("the set of keys", () => {
  const keys = [0, 5, 31, 32, 200, 70_000];
  test("gives each its place, and others none", () => {
    const table = keyTable(keys);
    expect(keys.map((key) => placeOf(table, key))).toEqual([0, 1, 2, 3, 4, 5]);
    expect([1, 33, 69_999, 70_001].map((key) => placeOf(table, key))).toEqual([-1, -1, -1, -1]);
  });
  test("is the same from gaps in groups of seven bits", () => {
    const gaps = Uint8Array.from([
      1,
      5,
      26,
      1,
      0x80 | (168 & 0x7f),
      168 >> 7,
      0x80 | (69_800 & 0x7f),
      0x80 | ((69_800 >> 7) & 0x7f),
      69_800 >> 14,
    ]);
    expect(openKeys(gaps)).toEqual(keyTable(keys));
  });
});

describe("a head", () => {
  const key = wordKey("broken");
  const family = { keys: keyTable([key]), list: Int8Array.from([-127]), heads: new Map() };
  const head = {
    ...{ name: "anger", outputs: ["anger"], exclusive: false, step: 0.5, slopes: [2], offsets: { all: [0], zh: [-4] } },
    ...{ signs: Array.from({ length: signCount }, (_, sign) => Number(sign === signAt.always)), weights: [Int8Array.from([4])] },
  };
  const words = new Features();
  wordFeatures(readTokens("it is broken"), [], new Map(), words);
  const known = lookUp(family, words, new Features());

  test("weighs what is known, more in a short post", () => {
    expect([...known.places]).toEqual([0]);
    const signs = new Float64Array(signCount);
    signs[signAt.always] = 1;
    expect(scoresOfHead(head, known, signs)[0]).toBeCloseTo(1 + 0.5 * 4 * weightEach("words", words.size));
    expect(weightEach("words", 3)).toBeGreaterThan(weightEach("words", 30));
  });
  test("tells which word added what", () => {
    const added = addedBy(head, 0, known, 3);
    expect([...added].map((value) => value > 0)).toEqual([false, false, true]);
  });
  test("is read as probabilities, by script where one is calibrated", () => {
    expect(probabilities(head, Float64Array.from([0]), "en")[0]).toBe(0.5);
    expect(probabilities(head, Float64Array.from([2]), "zh")[0]).toBe(0.5);
    const [bad = 0, good = 0] = probabilities(
      { ...head, exclusive: true, slopes: [1, 1], offsets: { all: [0, 0] } },
      Float64Array.from([1, 1]),
      "en",
    );
    expect(bad).toBeCloseTo(good);
    expect(bad + good).toBeLessThan(1);
  });
  test("a listed word counts against itself when it is turned", () => {
    const signs = new Float64Array(signCount);
    readList(family, readTokens("it is broken"), [], signs);
    expect([signs[signAt.listWorst], signs[signAt.listBest]]).toEqual([1, 0]);
    const table = {
      cues: new Map(),
      phrases: new Map(),
      negators: new Set(["not"]),
      boosters: new Set<string>(),
      turns: new Set<string>(),
    };
    readList(family, readTokens("it is not broken"), [{ ...table, endings: [], beginnings: "" }], signs);
    expect(signs[signAt.listBest]).toBeCloseTo(0.7);
  });
  test("a raw score as a sign stays between -1 and 1", () => {
    expect([asSign(0), asSign(1000), asSign(-1000)]).toEqual([0, 1, -1]);
  });
});

test("letters of one script are read as those of another", () => {
  const fold = foldOf("氣气電电");
  const of = (text: string, by = fold) => {
    const features = new Features();
    wordFeatures(readTokens(text), [], by, features);
    return [...features.keys.subarray(0, features.size)];
  };
  expect(of("電氣")).toEqual(of("电气"));
  expect(of("電氣", new Map())).not.toEqual(of("电气", new Map()));
});

describe("signs", () => {
  const of = (text: string) => readSigns(readTokens(text), calm, scores());
  const at = (text: string, sign: keyof typeof signAt) => of(text)[signAt[sign]];
  test("handles and links are signs", () => {
    expect([at("@acmehelp it broke", "handleFirst"), at("it broke @acme", "handleFirst")]).toEqual([1, 0]);
    expect([at("@acmehelp it broke", "helpDesk"), at("@acme it broke", "helpDesk")]).toEqual([1, 0]);
    expect([at("it broke https://t.co/a", "link"), at("it broke", "link")]).toEqual([1, 0]);
  });
  test("shouting, marks and where it asks", () => {
    expect(at("IT BROKE", "loud")).toBe(1);
    expect([at("where is it?", "endsAsking"), at("where? there", "endsAsking"), at("where? there", "asks")]).toEqual([1, 0, 1]);
    expect(at("no!! no! no!", "exclaims")).toBe(1);
  });
});

describe("loading", () => {
  test("an answer that is no model, or none at all, leaves the word lists alone; it is asked once", async () => {
    let asked = 0;
    const model = createTriageModel(async () => {
      asked++;
      return new Response(new Uint8Array(40));
    }, "model.bin");
    expect([await model(), await model(), asked]).toEqual([null, null, 1]);
    expect(await createTriageModel(async () => new Response(null, { status: 404 }), "model.bin")()).toBeNull();
    expect(await createTriageModel(() => Promise.reject(new Error("offline")), "model.bin")()).toBeNull();
  });
});
