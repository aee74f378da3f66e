import { describe, expect, it } from "vitest";
import { fieldsBetween, isNoDifference, listDifference } from "../../../lib/detect/lists/list-difference.ts";
import type { KeywordEntry } from "../../../lib/schema/keywords.ts";

const entry = (text: string, parts: Partial<KeywordEntry> = {}): KeywordEntry => ({
  ...{ id: `e-${text}`, text, label: null, mustNear: [], mustNotNear: [] },
  ...parts,
});
const list = (...entries: KeywordEntry[]) => ({ name: "Acme", entries });
const texts = (entries: readonly KeywordEntry[]) => entries.map(({ text }) => text);

describe("the difference between two states of a list", () => {
  it("is what was added, removed and changed, with the fields", () => {
    const found = listDifference(
      list(entry("acme"), entry("gone"), entry("buds", { mustNear: ["case"] })),
      list(entry("new"), entry("acme"), entry("buds", { mustNear: ["case", "lid"], leet: true })),
    );
    expect([texts(found.added), texts(found.removed)]).toEqual([["new"], ["gone"]]);
    expect(found.changed.map(({ to, fields }) => [to.text, fields])).toEqual([["buds", ["mustNear", "leet"]]]);
  });

  it("takes an entry for the same by its id when its words changed, and by its words when its id did", () => {
    const found = listDifference(
      list(entry("acme"), entry("buds")),
      list(entry("acme!", { id: "e-acme" }), entry("Buds ", { id: "other" })),
    );
    expect(found.changed.map(({ from, to, fields }) => [from.text, to.text, fields])).toEqual([
      ["acme", "acme!", ["text"]],
      ["buds", "Buds ", ["text"]],
    ]);
    expect([found.added, found.removed]).toEqual([[], []]);
  });

  it("pairs no former entry with two", () => {
    const found = listDifference(list(entry("acme")), list(entry("ACME", { id: "one" }), entry("acme")));
    expect([texts(found.added), texts(found.removed), found.changed]).toEqual([["ACME"], [], []]);
  });

  it("is none where only the order, or how nothing is said, is another", () => {
    const found = listDifference(list(entry("a"), entry("b")), list(entry("b", { languages: [], leet: false }), entry("a")));
    expect(isNoDifference(found)).toBe(true);
    expect(fieldsBetween(entry("a"), entry("a", { ambiguous: false, within: undefined } as Partial<KeywordEntry>))).toEqual([]);
  });

  it("tells the name and what the list does with posts", () => {
    const found = listDifference(list(), { name: "Games", negative: true, entries: [] });
    expect(found).toMatchObject({ name: { from: "Acme", to: "Games" }, negative: true });
    expect(isNoDifference(found)).toBe(false);
    expect(listDifference({ ...list(), negative: true }, list()).negative).toBe(false);
  });

  it("looks at each entry of 20,000 a few times, however they changed", () => {
    let reads = 0;
    const counted = (id: string, text: string): KeywordEntry => ({
      ...{ id, label: null, mustNear: [], mustNotNear: [] },
      get text() {
        reads++;
        return text;
      },
    });
    const from = Array.from({ length: 20_000 }, (_, index) => counted(`a${index}`, `word ${index}`));
    const to = Array.from({ length: 20_000 }, (_, index) => counted(index % 2 === 0 ? `a${index}` : `b${index}`, `word ${index + 1}`));
    const found = listDifference(list(...from), list(...to));
    expect([found.added.length, found.removed.length, found.changed.length]).toEqual([10_000, 10_000, 10_000]);
    expect(reads).toBeLessThan(40_000 * 5);
  });
});
