import { describe, expect, test } from "vitest";
import { findCues, sumUp, tablesFor } from "../../lib/triage/cues.ts";
import { isNegated, moodOf } from "../../lib/triage/mood.ts";
import { scoresOf } from "../../lib/triage/scores.ts";
import { makeTable, tableOf } from "../../lib/triage/tables.ts";
import { together } from "../../lib/triage/together.ts";
import { readTokens } from "../../lib/triage/tokens.ts";

const table = makeTable({
  mood: [
    [2, "good"],
    [-2, "bad not_good_at_all"],
  ],
  anger: [[0.5, "thieves you_thieves"]],
  request: [[0.6, "help"]],
  negators: "not never",
  boosters: "very",
  turns: "but",
  endings: "s",
});
const read = (text: string) => {
  const tokens = readTokens(text);
  const cues = findCues(tokens, [table]);
  return { tokens, cues, mood: moodOf(tokens, cues, [table]) };
};

test("independent hints add up to less than their sum", () => {
  expect(together()).toBe(0);
  expect(together(0.5, 0.5)).toBe(0.75);
  expect(together(1, 0.2)).toBe(1);
});

describe("tables", () => {
  test("a language's own comes first, English and the shared one behind it; an unknown one has the shared one only", () => {
    expect(tablesFor("nb")).toEqual([tableOf("nb"), tableOf("en"), tableOf("shared")]);
    expect(tablesFor("en")).toHaveLength(2);
    expect(tablesFor("xx")).toEqual([tableOf("shared")]);
    expect(tableOf("xx")).toBeNull();
  });
  test("phrases without marks are known too, single syllables are not", () => {
    const vi = makeTable({ anger: [[0.5, "quá_tệ tệ"]], negators: "", boosters: "", turns: "" });
    expect([vi.cues.has("qua te"), vi.cues.has("te")]).toEqual([true, false]);
  });
});

describe("cues", () => {
  test("the longest speaks, the shorter ones for what it leaves open", () => {
    expect(read("you thieves").cues.map(({ words }) => words)).toEqual(["you thieves"]);
    expect(read("it is not good at all").cues.map(({ words, weights }) => [words, weights])).toEqual([["not good at all", { mood: -2 }]]);
  });
  test("a word with an ending, or drawn out, is the word", () => {
    expect(read("helps").cues.map(({ weights }) => weights)).toEqual([{ request: 0.6 }]);
    expect(read("gooood").cues).toHaveLength(1);
  });
  test("said again it counts once", () => {
    expect(sumUp(read("thieves thieves").cues, "anger")).toEqual({ value: 0.5, words: ["thieves"] });
    expect(sumUp(read("you thieves, thieves").cues, "anger").value).toBe(0.75);
  });
});

describe("mood", () => {
  test("a negator turns it, up to three words on and not past a stop", () => {
    const turned = read("not good").mood;
    expect(turned.value).toBeLessThan(0);
    expect(turned.bad).toEqual(["not good"]);
    const { tokens } = read("not, good");
    expect(isNegated(tokens, 2, [table])).toBe(false);
    expect(isNegated(read("not a b c good").tokens, 4, [table])).toBe(false);
  });
  test("very, capitals and what comes after but weigh more", () => {
    const good = read("it is good").mood.value;
    expect(read("it is very good").mood.value).toBeGreaterThan(good);
    expect(read("it is GOOD").mood.value).toBeGreaterThan(good);
    expect(read("bad but good").mood.value).toBeGreaterThan(0);
  });
  test("no word, no mood", () => {
    expect(read("the parcel").mood).toEqual({ value: 0, known: false, good: [], bad: [] });
  });
});

describe("scores of words", () => {
  const of = (text: string) => {
    const { tokens, cues, mood } = read(text);
    return scoresOf(text, tokens, cues, [table], mood);
  };
  test("a question mark asks, an error's number is technical, a version a little", () => {
    expect(of("where?").question).toEqual({ value: 0.6, words: ["?"] });
    expect(of("error 0x80070057").technical.value).toBeCloseTo(0.5);
    expect(of("since v2.1.7").technical).toEqual({ value: expect.closeTo(0.3), words: ["v2.1.7"] });
    expect(of("since 2.1").technical.value).toBe(0);
  });
  test("shouting makes bad words angrier, and alone is no anger", () => {
    expect(of("YOU THIEVES ANSWER ME!!").anger.value).toBeGreaterThan(of("you thieves answer me").anger.value);
    expect(of("THE NEW PHONE CASE!!").anger.value).toBe(0);
  });
  test("what is negated is no anger", () => {
    expect(of("not thieves").anger.value).toBe(0);
  });
});
