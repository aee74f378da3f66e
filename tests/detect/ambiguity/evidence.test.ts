import { describe, expect, it } from "vitest";
import { letterCase, readContext } from "../../../lib/detect/ambiguity/ambiguity-context.ts";
import { findEvidence } from "../../../lib/detect/ambiguity/ambiguity-evidence.ts";
import { ambiguityScorer, wordGroups } from "../../../lib/detect/ambiguity/ambiguity-scorer.ts";

const span = (text: string, name = /target/i) => {
  const found = name.exec(text);
  if (!found) throw new Error(`no name in ${text}`);
  return { start: found.index, end: found.index + found[0].length };
};
const words = {
  ...{ companyNext: "flight", company: "store app", nameTail: "street", does: "says", place: "at", determiner: "the", verbal: "to" },
  ...{ small: "and", person: "mr", ordinary: "archery" },
};
const entry = { text: "target", isOwn: (word: string) => word === "redcard", everyday: 0.5 };
const codes = (text: string) => findEvidence(text, span(text), entry, wordGroups(words)).map(({ code }) => code);

describe("the case of a word", () => {
  it.each([
    ["delta", "lower"],
    ["Delta", "capital"],
    ["DELTA", "upper"],
    ["D", "capital"],
    ["iPhone", "lower"],
    ["דלתא", "none"],
  ])("%s: %s", (word, expected) => {
    expect(letterCase(word)).toBe(expected);
  });
});

describe("what stands around a hit", () => {
  it("is read nearest first, with signs as words of their own", () => {
    const text = "Was at Target, again.";
    expect(readContext(text, span(text))).toMatchObject({ mention: "Target", before: ["at", "Was"], after: [",", "again", "."] });
  });

  it.each([
    ["Target says so", true],
    ["Hm. Target says so", true],
    ["@someone Target says so", true],
    ["one\nTarget", true],
    ["at Target", false],
  ])("opens a sentence in %j: %s", (text, opens) => {
    expect(readContext(text, span(text)).opens).toBe(opens);
  });

  it.each([
    ["we went there and target was closed", "lower"],
    ["Went to Target with Dana", "mixed"],
    ["THIS TARGET STORE NEVER OPENS", "upper"],
    ["My Long Wait At Target Today Again Friends", "title"],
  ])("tells how %j is written: %s", (text, post) => {
    expect(readContext(text, span(text)).post).toBe(post);
  });

  it("is read so far and no further", () => {
    const text = `${"near ".repeat(200)}Target`;
    expect(readContext(text, span(text)).before.length).toBeLessThanOrEqual(60);
  });
});

describe("evidence", () => {
  it.each([
    ["Went to the Target store", ["capital", "company"]],
    ["@target", ["handle"]],
    ["#target", ["hashtag"]],
    ["hit the target", ["lowerPost", "determined"]],
    ["we want to target you", ["verbal"]],
    ["Target says no", ["opens", "does"]],
    ["at Target Street", ["nameTail"]],
    ["lots of archery, one target", ["ordinary"]],
    ["my redcard from target", ["own"]],
    ["target, see https://target.com", ["link"]],
    ["Mr Target", ["person"]],
  ])("in %j holds %j", (text, expected) => {
    expect(codes(text)).toEqual(expect.arrayContaining(expected));
  });

  it("names the words that show it, and how far the name is an everyday word", () => {
    const text = "a target store";
    const found = findEvidence(text, span(text), entry, wordGroups(words));
    expect(found).toContainEqual({ code: "company", value: 1, words: ["store"] });
    expect(found).toContainEqual({ code: "everydayLow", value: 0.5, words: [] });
  });
});

describe("groups of words", () => {
  it("know a word in any case, and a plural as its singular", () => {
    const has = wordGroups({ company: "store", short: "as" });
    expect([
      has("company", "Stores"),
      has("company", "STORE"),
      has("other", "store"),
      has("short", "a"),
      has("company", undefined),
    ]).toEqual([true, true, false, false, false]);
  });
});

describe("the scorer", () => {
  const score = ambiguityScorer({ bias: 0, weights: { company: 2, determined: -1, does: 0.5 }, words });

  it("weighs what it finds and gives the reasons for the verdict, the weightiest first", () => {
    const { brand, reasons } = score("Target says: our store", { start: 0, end: 6 }, entry);
    expect(brand).toBeCloseTo(1 / (1 + Math.exp(-2.5)));
    expect(reasons).toEqual([
      { code: "company", words: ["store"] },
      { code: "does", words: ["says"] },
    ]);
  });

  it("gives the reasons against the company where they win", () => {
    const { brand, reasons } = score("hit the target", { start: 8, end: 14 }, entry);
    expect(brand).toBeLessThan(0.5);
    expect(reasons).toEqual([{ code: "determined", words: ["the"] }]);
  });
});
