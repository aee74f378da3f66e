import { describe, expect, it } from "vitest";
import { parseCsv } from "../../scripts/ambiguity/csv.ts";
import { fitModel, type LabelledName, predict } from "../../scripts/ambiguity/learner.ts";
import { evenMacroF1, leaveNamesOut, randomFrom } from "../../scripts/ambiguity/measure.ts";
import { readSet } from "../../scripts/ambiguity/posts.ts";

const example = (name: string, code: string, isBrand: boolean): LabelledName & { mayTeach: boolean } => ({
  name,
  isBrand,
  weight: 1,
  mayTeach: true,
  evidence: [{ code, value: 1, words: [] }],
});
const examples = Array.from({ length: 60 }, (_, i) => example(`name${i % 20}`, i % 2 ? "handle" : "verbal", i % 2 === 1));

describe("the learner", () => {
  it("moves towards the data, and less so the stronger it holds on to what was expected", () => {
    const evidence = [{ code: "hashtag", value: 1, words: [] }];
    const against = [...examples, ...Array.from({ length: 20 }, (_, i) => example(`other${i}`, "hashtag", false))];
    const [free, held] = [fitModel(against, 1), fitModel(against, 1000)];
    expect(predict(free, evidence)).toBeLessThan(predict(held, evidence));
    expect(held.weights.hashtag).toBeCloseTo(0.5, 1);
  });

  it("gives the same from the same seed and judges every mention once", () => {
    const once = leaveNamesOut(examples, randomFrom(3));
    expect(leaveNamesOut(examples, randomFrom(3))).toEqual(once);
    expect(once.map(({ item }) => item)).toHaveLength(examples.length);
    expect(evenMacroF1(once)).toBe(100);
  });
});

describe("macro-F1", () => {
  it("is the mean over both answers", () => {
    const judged = [
      { isBrand: true, brand: 0.9 },
      { isBrand: true, brand: 0.1 },
      { isBrand: false, brand: 0.1 },
      { isBrand: false, brand: 0.2 },
    ];
    expect(evenMacroF1(judged)).toBeCloseTo(50 * (2 / 3 + 4 / 5));
  });
});

describe("labelled sets", () => {
  it("reads quotes, newlines and empty cells", () => {
    expect(parseCsv('id,text,label\n1,"a ""b"",\nc",\n2,,x\n')).toEqual([
      { id: "1", text: 'a "b",\nc', label: "" },
      { id: "2", text: "", label: "x" },
    ]);
  });

  it("says which set is missing", () => {
    expect(() => readSet("nowhere", "brand_ambiguity_en")).toThrow("There is no brand_ambiguity_en in nowhere");
  });
});
