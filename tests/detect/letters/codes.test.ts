import { describe, expect, it } from "vitest";
import { codesOf, modeOf, readValue, singleMode } from "../../../lib/detect/letters/codes.ts";
import { endHash, pairHash, singleHash, spellingHash, wordHash } from "../../../lib/detect/letters/hash.ts";
import * as value from "../../../lib/detect/letters/value.ts";
import { readWords } from "../../../lib/detect/letters/words.ts";

const hash = (text: string) => {
  const [word] = readWords(text);
  if (!word) throw new Error(`no word in ${text}`);
  return wordHash(word);
};
const point = (character: string) => character.codePointAt(0) ?? 0;

describe("the codes of letters", () => {
  it("are the same for a mark within a letter and behind it", () => {
    expect(codesOf("й", "letter")).toEqual(codesOf("и\u0306", "letter"));
  });

  it("are the same for letters and the digits that stand for them", () => {
    expect(codesOf("acm3", "letter")).toEqual(codesOf("acme", "letter"));
    expect(codesOf("l", "letter")).toEqual(codesOf("1", "letter"));
  });

  it("count nothing for letters that Hebrew writes in front, and only there", () => {
    expect(codesOf("ב", "hebrew")).toEqual([0]);
    expect(codesOf("ב", "letter")).not.toEqual([0]);
  });

  it("are two for what is two letters", () => {
    expect(codesOf("ss", "letter")).toHaveLength(2);
  });
});

describe("the value of a character", () => {
  it.each([
    ["a letter in its mode", "a", modeOf("letter"), codesOf("a", "letter")[0]],
    ["a space", " ", 0, value.separator],
    ["a mark", "\u0301", 0, value.ignored],
    ["a letter of another mode", "א", 0, value.otherMode - modeOf("hebrew")],
    ["a digit among letters", "0", 0, codesOf("0", "joiner")[0]],
    ["a digit among characters without spaces", "0", singleMode, value.otherMode - modeOf("joiner")],
    ["a letter that is two", "ß", 0, value.several],
  ])("%s", (_, character, mode, expected) => {
    expect(readValue(point(character), mode)).toBe(expected);
  });
});

describe("hashes", () => {
  it("are those of a word in any case and look, and of no other word", () => {
    expect(hash("ACME")).toBe(hash("acmé"));
    expect(hash("acme")).not.toBe(hash("emca"));
    expect(hash("acme")).not.toBe(hash("acm"));
  });

  it("of a Hebrew word do not change with letters in front; of nothing but those they are 0", () => {
    expect(hash("הטלפון")).toBe(hash("טלפון"));
    expect(hash("וכש")).toBe(0);
  });

  it("of an ended word differ from those of one that goes on", () => {
    expect(endHash(hash("acme"))).not.toBe(hash("acme"));
  });

  it("of characters without spaces depend on the one before", () => {
    const [first, second] = readWords("世界");
    if (!first || !second) throw new Error("two characters are two words");
    expect(singleHash(first, second)).not.toBe(singleHash(null, second));
    expect(singleHash(null, second)).toBe(pairHash(0, codesOf("界", "single")[0] ?? 0));
  });

  it("of a spelling tell every letter and the order apart", () => {
    expect(new Set(["acme", "acmee", "amce", "acm", ""].map(spellingHash)).size).toBe(5);
  });
});
