import { describe, expect, it } from "vitest";
import { coarsen, signOf } from "../../../lib/detect/letters/signs.ts";
import { codePointBefore, codePointOf, isLead, isTrail } from "../../../lib/detect/letters/units.ts";

const sign = (character: string) => signOf(character.codePointAt(0) ?? 0);

describe("a sign", () => {
  it.each([
    ["a", "letter"],
    ["é", "letter"],
    ["я", "letter"],
    ["ア", "katakana"],
    ["ー", "katakana"],
    ["。", "none"],
    ["、", "none"],
    ["「", "none"],
    ["・", "none"],
    ["〜", "none"],
    ["״", "none"],
    ["׳", "none"],
    ["א", "hebrew"],
    ["界", "single"],
    ["の", "single"],
    ["ก", "single"],
    ["7", "joiner"],
    ["_", "joiner"],
    ["\u0301", "mark"],
    ["\u05b8", "ignored"],
    ["\u200d", "ignored"],
    [" ", "none"],
    ["@", "none"],
    ["🎧", "none"],
  ])("%s is of its kind", (character, kind) => {
    expect(sign(character).kind).toBe(kind);
  });

  it.each([
    ["Ａ", "a", "a"],
    ["𝗔", "a", "a"],
    ["ſ", "s", "s"],
    ["ß", "ss", "ss"],
    ["ς", "σ", "σ"],
    ["É", "é", "e"],
    ["å", "å", "å"],
    ["й", "й", "й"],
    ["а", "а", "a"],
    ["Đ", "đ", "d"],
    ["ᴀ", "ᴀ", "a"],
    ["🅰", "🅰", "a"],
    ["🅩", "🅩", "z"],
    ["ɑ", "ɑ", "a"],
    ["г", "г", "r"],
  ])("%s reads finely as %s and coarsely as %s", (character, fine, coarse) => {
    expect(sign(character)).toMatchObject({ fine, coarse });
  });
});

describe("the coarse form", () => {
  it("is the same whether a mark is part of its letter or follows it", () => {
    expect(coarsen("e\u0301")).toBe(coarsen("é"));
    expect(coarsen("a\u030a")).toBe("å");
  });
});

describe("code units", () => {
  it("make one code point of a pair, read backwards too", () => {
    const text = "x🎧";
    const [lead, trail] = [text.charCodeAt(1), text.charCodeAt(2)];
    expect([isLead(lead), isTrail(trail), isLead(trail), isTrail(lead)]).toEqual([true, true, false, false]);
    expect(codePointOf(lead, trail)).toBe(text.codePointAt(1));
    expect(codePointBefore(text, 3)).toBe(text.codePointAt(1));
    expect(codePointBefore(text, 1)).toBe("x".charCodeAt(0));
  });

  it("leave half a pair as it is", () => {
    expect(codePointBefore("a\udfa7", 2)).toBe(0xdfa7);
  });
});
