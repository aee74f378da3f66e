import { describe, expect, it } from "vitest";
import { bareHandle, readyEntry } from "../../../lib/detect/exact/entry.ts";
import { Surroundings } from "../../../lib/detect/exact/surroundings.ts";
import { readWords } from "../../../lib/detect/letters/words.ts";
import type { KeywordEntry } from "../../../lib/schema/keywords.ts";

const entry = (change: Partial<KeywordEntry>): KeywordEntry => ({
  ...{ id: "1", text: "acme", label: null, mustNear: [], mustNotNear: [] },
  ...change,
});

/** The words around the first "acme" of a text that speak for the entry; null when they speak against it. */
function context(text: string, change: Partial<KeywordEntry>): string[] | null {
  const around = readyEntry(entry(change), 0)?.around;
  const hit = readWords(text).find(({ coarse }) => coarse === "acme");
  if (!around || !hit) throw new Error("nothing is asked of the surroundings");
  return new Surroundings(text).context(around, hit, hit);
}

describe("an entry made ready", () => {
  it("is called by its text unless it has a name, and asks nothing around it by default", () => {
    expect(readyEntry(entry({}), 0)).toMatchObject({ label: "acme", around: null, leet: false, ambiguous: false });
    expect(readyEntry(entry({ label: "Us" }), 0)?.label).toBe("Us");
  });

  it("is none for a spelling without a word", () => {
    expect(readyEntry(entry({ text: "!" }), 0)).toBeNull();
    expect(readyEntry(entry({}), 5)).toBeNull();
  });

  it("knows handles without their sign and case", () => {
    expect(readyEntry(entry({ ignoreAuthors: ["@Acme"] }), 0)?.ignoreAuthors.has(bareHandle("ACME"))).toBe(true);
  });
});

describe("what stands around a hit", () => {
  it("names the words that speak for it, in the order of the text", () => {
    expect(context("my phone by acme, no case", { mustNear: ["case", "phone"] })).toEqual(["phone", "case"]);
  });

  it("speaks against it where a word is missing, too far away, or must not be there", () => {
    expect(context("acme", { mustNear: ["phone"] })).toBeNull();
    expect(context("acme one two phone", { mustNear: ["phone"], within: 2 })).toBeNull();
    expect(context("acme one two phone", { mustNear: ["phone"], within: 3 })).toEqual(["phone"]);
    expect(context("acme corporation", { mustNotNear: ["corporation"] })).toBeNull();
  });

  it("speaks for it where nothing is missing and nothing stands that must not", () => {
    expect(context("acme phone", { mustNotNear: ["case"] })).toEqual([]);
  });

  it("speaks against it wherever in the post a domain stands that it must not name", () => {
    expect(context(`acme ${"word ".repeat(50)} shop.example.com`, { ignoreDomains: ["example.com"] })).toBeNull();
  });

  it("does not take the hit itself for its neighbour", () => {
    expect(context("acme", { mustNear: ["acme"] })).toBeNull();
    expect(context("acme acme", { mustNear: ["acme"] })).toEqual(["acme"]);
  });
});
