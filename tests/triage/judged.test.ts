import { describe, expect, test } from "vitest";
import { certaintyOf, judgedLabel, judgedMood, judgedScores, provenMood, relieved, tempered } from "../../lib/triage/judged.ts";
import { judgement, scores } from "./findings.ts";

const unknown = { value: 0, known: false, good: [], bad: [] };
const glad = { value: 0.6, known: true, good: ["good"], bad: [] };
const sad = { value: -0.6, known: true, good: [], bad: ["bad"] };

test("a short ask without a feeling keeps half of what the model feels, unless a head reads asks", () => {
  const felt = judgement({ negative: 0.8, anger: 0.6 });
  expect(tempered(felt, scores({ question: 0.6 }), unknown, 8)).toMatchObject({ negative: 0.4, anger: 0.3 });
  expect(tempered(felt, scores(), unknown, 8)).toBe(felt);
  expect(tempered(felt, scores({ question: 0.6 }), sad, 8)).toBe(felt);
  expect(tempered(felt, scores({ question: 0.6 }), unknown, 15)).toBe(felt);
  const reading = judgement({ negative: 0.8, question: 0.9 });
  expect(tempered(reading, scores({ question: 0.6 }), unknown, 8)).toBe(reading);
});

test("a bad mood that nobody could be shown is weakened in a short post", () => {
  const unsure = judgement({ negative: 0.5 });
  expect(provenMood(unsure, unknown, 8).negative).toBeCloseTo(0.3);
  expect(provenMood(judgement({ negative: 0.5, telling: { negative: ["broke"] } }), unknown, 8).negative).toBe(0.5);
  const asking = { negative: 0.45, telling: { negative: ["charger"] } };
  expect(provenMood(judgement({ ...asking, request: 0.95 }), unknown, 8).negative).toBeCloseTo(0.27);
  expect(provenMood(judgement({ ...asking, request: 0.94 }), unknown, 8).negative).toBe(0.45);
  expect(provenMood(judgement({ ...asking, request: 0.95, negative: 0.5 }), unknown, 8).negative).toBe(0.5);
  expect(provenMood(judgement({ negative: 0.56 }), unknown, 8).negative).toBe(0.56);
  expect(provenMood(unsure, unknown, 9)).toBe(unsure);
});

test("praise by what is not wrong is a good mood, where nothing is bad or ironic", () => {
  const judged = judgement({ negative: 0.5, positive: 0.2 });
  expect(relieved(judged, scores({ relief: 0.8 }), glad, false)).toMatchObject({ positive: 0.6, negative: 0.2 });
  expect(relieved(judged, scores({ relief: 0.8 }), glad, true)).toBe(judged);
  expect(relieved(judged, scores({ relief: 0.8 }), { ...glad, bad: ["bad"] }, false)).toBe(judged);
  expect(relieved(judged, scores(), glad, false)).toBe(judged);
});

test("the mood is the model's, with the words that go its way", () => {
  const judged = judgement({ negative: 0.7, positive: 0.1, telling: { negative: ["broke"] } });
  const mood = judgedMood(sad, judged);
  expect(mood.value).toBeCloseTo(-0.6);
  expect(mood).toMatchObject({ known: true, bad: ["bad", "broke"] });
  expect(judgedLabel(judged)).toBe("negative");
  expect(judgedLabel(judgement({ positive: 0.7 }))).toBe("positive");
  expect(judgedLabel(judgement())).toBe("neutral");
});

test("words against the whole, and irony, make the mood less sure", () => {
  const judged = judgement({ negative: 0.7, positive: 0.1 });
  expect(certaintyOf(sad, judged, false)).toBeCloseTo(0.7);
  expect(certaintyOf(glad, judged, false)).toBeCloseTo(0.35);
  expect(certaintyOf(glad, null, true)).toBeCloseTo(0.4);
});

describe("scores with what the model says", () => {
  const read = (said: Parameters<typeof judgement>[0], ruled = scores()) => judgedScores(ruled, unknown, unknown, judgement(said));

  test("what no word speaks for is drawn halfway to the usual share", () => {
    expect(read({ anger: 0.8 }).anger.value).toBeCloseTo(0.5);
    expect(read({ anger: 0.8, telling: { anger: ["thieves"] } }).anger).toEqual({ value: 0.8, words: ["thieves"] });
    expect(read({ anger: 0.2 }).anger.value).toBe(0.2);
  });

  test("strong words that the model hardly knows count half", () => {
    expect(read({ threat: 0.1 }, scores({ threat: 0.9 }, ["kill"])).threat.value).toBeCloseTo(0.5);
  });

  test("where no head reads it, lists and mood speak", () => {
    expect(read({}, scores({ question: 0.6 }, ["how"])).question.value).toBeCloseTo(0.6);
    expect(judgedScores(scores(), unknown, sad, judgement()).complaint.value).toBeGreaterThan(0.2);
  });
});
