import { describe, expect, it } from "vitest";
import { patternForm, readPattern } from "../../../lib/detect/letters/pattern.ts";
import { mostSpellings, spellings, withoutDigits } from "../../../lib/detect/letters/spellings.ts";
import { readWords } from "../../../lib/detect/letters/words.ts";

function read(keyword: string) {
  const pattern = readPattern(keyword);
  if (!pattern) throw new Error(`no word in ${keyword}`);
  return pattern;
}

/** The form in which a keyword stands at a word of a text, the first one unless said otherwise. */
function form(keyword: string, text: string, at = 0, leet = false) {
  const words = readWords(text);
  const first = words[at];
  return first ? patternForm(read(keyword), text, words, at, first, leet) : null;
}

describe("a keyword taken apart", () => {
  it.each([
    ["acme", "plain"],
    ["@acme", "handle"],
    ["＠acme", "handle"],
    ["#acme", "hashtag"],
    ["acme.com", "domain"],
    ["acme phone", "plain"],
    ["acme.", "plain"],
  ])("%s is a %s", (keyword, kind) => {
    expect(read(keyword).kind).toBe(kind);
  });

  it("is none without a word", () => {
    expect(readPattern(" !?* ")).toBeNull();
  });

  it("keeps the signs that belong to it, and the star for what goes on", () => {
    expect(read("Yahoo!")).toMatchObject({ head: "", tail: "!", prefix: false });
    expect(read("acme**")).toMatchObject({ prefix: true });
    expect(read("acme**").words.map(({ coarse }) => coarse)).toEqual(["acme"]);
  });
});

describe("a keyword in a text", () => {
  it.each([
    ["acme", "acme", 0, "exact"],
    ["acme phone", "ACME-phone", 0, "exact"],
    ["acme phone", "acme, phone", 0, null],
    ["acme phone", "acme           phone", 0, null],
    ["acmé", "acme", 0, "folded"],
    ["acme", "аcme", 0, "lookalike"],
    ["orbit", "ᴏʀʙɪᴛ", 0, "folded"],
    ["orbit", "🅾🆁🅱🅸🆃", 0, "lookalike"],
    ["nova", "noνa", 0, "lookalike"],
    ["nova", "Νova", 0, "lookalike"],
    ["orbit", "oгbit", 0, "lookalike"],
    ["ai", "j'ai", 1, null],
    ["orbit", "orbit's", 0, "exact"],
    ["ב״ח", 'ב"ח', 0, "exact"],
    ["オービト", "「オービト」", 0, "exact"],
    ["#orbit", "新品。#orbit", 2, "exact"],
    ["acme*", "acmephones", 0, "exact"],
    ["acme", "acmephones", 0, null],
    ["@acme", "ask @acme", 1, "exact"],
    ["@acme", "me@acme", 1, null],
    ["@acme", "@acme.com", 0, null],
    ["#acme", "x#acme", 1, null],
    ["acme.com", "www acme.com", 1, "exact"],
    ["acme.com", "my-acme.com", 1, null],
    ["acme.com", "acme.com.evil", 0, null],
    ["Yahoo!", "yahoo!", 0, "exact"],
    ["Yahoo!", "yahoo", 0, null],
  ])("%s in %s at %i: %s", (keyword, text, at, expected) => {
    expect(form(keyword, text, at)).toBe(expected);
  });

  it("may be written with digits where the entry says so", () => {
    expect(form("acme", "4cm3")).toBeNull();
    expect(form("acme", "4cm3", 0, true)).toBe("lookalike");
  });
});

describe("spellings", () => {
  const entry = (text: string, leet: boolean) => ({ id: "1", text, leet, label: null, mustNear: [], mustNotNear: [] });

  it("are the text alone unless signs may stand for letters", () => {
    expect(spellings(entry("master", false))).toEqual(["master"]);
  });

  it("put signs for letters, but never at the beginning", () => {
    expect(spellings(entry("asa", true))).toEqual(["asa", "a$a", "as@", "a$@"]);
  });

  it("of a phrase are also the hashtag that it makes", () => {
    expect(spellings(entry("orbit ring", false))).toEqual(["orbit ring", "#orbitring"]);
    expect(spellings(entry("#orbit", false))).toEqual(["#orbit"]);
    expect(spellings(entry("orbit & co", false))).toEqual(["orbit & co"]);
  });

  it("are so many at most", () => {
    expect(spellings(entry("mississippi assassins", true))).toHaveLength(mostSpellings);
  });

  it("are the same with digits as the letters they stand for", () => {
    expect(withoutDigits("1337 g00gl3")).toBe(withoutDigits("ieet google"));
  });
});
