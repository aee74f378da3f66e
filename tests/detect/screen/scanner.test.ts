import { describe, expect, it } from "vitest";
import { codesOf, modeOf, singleMode } from "../../../lib/detect/letters/codes.ts";
import * as value from "../../../lib/detect/letters/value.ts";
import { packMatcher } from "../../../lib/detect/pack/pack.ts";
import { entryIn, openPacked } from "../../../lib/detect/pack/packed.ts";
import { Candidates } from "../../../lib/detect/screen/candidates.ts";
import { Scanner } from "../../../lib/detect/screen/scanner.ts";
import { Values } from "../../../lib/detect/screen/values.ts";
import { listOf } from "../lists.ts";

const none = { singles: new Set<number>(), isBare: false, isBareBeginning: false } as const;

/** Where the scanner stops: the words that it stops at, each from its beginning to the offset after it. */
function stops(text: string, ...keywords: string[]): string[] {
  const packed = openPacked(packMatcher([listOf(...keywords)]));
  const scanner = new Scanner(packed, { ...none, singles: new Set(packed.singles) });
  const found: string[] = [];
  scanner.start(text);
  while (scanner.next()) found.push(text.slice(scanner.rootStart(), scanner.end));
  return found;
}

/** The keywords whose row may stand in a text, with the end that is sure, or -1. */
function candidates(text: string, ...keywords: string[]): (readonly [string, number])[] {
  const packed = openPacked(packMatcher([listOf(...keywords)]));
  const seen = new Candidates(packed);
  const found: (readonly [string, number])[] = [];
  seen.begin(text);
  while (seen.next()) found.push([keywords[entryIn(packed.owners[seen.row] ?? 0)] ?? "", seen.sureEnd()]);
  return found;
}

describe("the scanner", () => {
  it.each([
    ["whole words, in any case and with marks", "Acme, ácmé; acmes", ["acme"], ["Acme", "ácmé"]],
    ["each word of a text", "a b acme c acme", ["acme"], ["acme", "acme"]],
    ["a beginning, as soon as it is read", "acmephones", ["acme*"], ["acme"]],
    ["letters with digits for them", "4cme", ["acme"], ["4cme"]],
    ["what is written in two units", "𝗔𝗖𝗠𝗘!", ["acme"], ["𝗔𝗖𝗠𝗘"]],
    ["characters without spaces", "買蘋果了", ["蘋果"], ["蘋果"]],
    ["a word of another script behind it", "acmeאקמה", ["אקמה"], ["אקמה"]],
    ["nothing where no keyword stands", "just words", ["acme"], []],
    ["the last word of a text", "see acme", ["acme"], ["acme"]],
  ])("stops at %s", (_, text, keywords, expected) => {
    expect(stops(text, ...keywords)).toEqual(expected);
  });

  it("reads one text after another as if it were the first", () => {
    const packed = openPacked(packMatcher([listOf("acme")]));
    const scanner = new Scanner(packed, none);
    scanner.start("half a word: ac");
    expect(scanner.next()).toBe(false);
    scanner.start("me");
    expect(scanner.next()).toBe(false);
  });
});

describe("candidates", () => {
  it("pass over a phrase whose second word is another one", () => {
    expect(candidates("acme phone", "acme case", "acme phone").map(([keyword]) => keyword)).toEqual(["acme phone"]);
  });

  it("pass over a handle without its sign, and are sure of one with it", () => {
    expect(candidates("acme", "@acme")).toEqual([]);
    expect(candidates("hi @acme", "@acme")).toEqual([["@acme", 8]]);
  });

  it.each([
    ["letter by letter", "acme", "acme", 4],
    ["in capitals", "ACME", "acme", 4],
    ["with a mark more", "acmé", "acme", -1],
    ["as a part of an address", "me.acme.com", "acme.com", -1],
    ["before a hyphen with more to come", "acme.com-shop", "acme.com", -1],
    ["as the written part of a longer word", "acmephones", "acme*", 4],
  ])("are sure of a keyword only %s", (_, text, keyword, end) => {
    expect(candidates(text, keyword).at(-1)?.[1]).toBe(end);
  });

  it("are never sure where something else is asked", () => {
    const seen = new Candidates(openPacked(packMatcher([listOf({ text: "acme", mustNear: ["phone"] })])));
    seen.begin("acme");
    expect(seen.next()).toBe(true);
    expect(seen.sureEnd()).toBe(-1);
  });
});

describe("Hebrew words of nothing but letters that are written on", () => {
  it.each([
    ["הבמה", ["הבמה"]],
    ["ההבמה, כן", ["הבמה"]],
    ["זו הבמה", ["הבמה"]],
    ["הבמה😀", ["הבמה"]],
    ["הַבָּמָה.", ["הבמה"]],
    ["abc הבמהxyz", ["הבמה"]],
    ["הבמה, הבמה, הבמה", ["הבמה", "הבמה", "הבמה"]],
    ["הבמהר של, , ..., לשבת", []],
  ])("are met in %s", (text, expected) => {
    expect(candidates(text, "הבמה").map(([keyword]) => keyword)).toEqual(expected);
  });

  it("are met as a beginning, too", () => {
    expect(candidates("הבמהר", "הבמה*").map(([keyword]) => keyword)).toContain("הבמה*");
  });

  it("cost the other words of a text nothing: the scanner stops at them alone", () => {
    expect(stops("זה של השולחן, ובו כלום", "הבמה")).toEqual([]);
  });
});

describe("values", () => {
  it("are learnt unit by unit, in each mode by itself", () => {
    const values = new Values(none);
    const [a] = codesOf("a", "letter");
    expect(values.table(0)[97]).toBe(value.unknown);
    expect(values.of(97, 0)).toBe(a);
    expect(values.table(0)[97]).toBe(a);
    expect(values.of(97, singleMode)).toBe(value.otherMode - modeOf("letter"));
  });

  it("tell a lead surrogate, and the character that it begins", () => {
    const values = new Values(none);
    const [lead, trail] = ["𝗔".charCodeAt(0), "𝗔".charCodeAt(1)];
    expect(values.of(lead, 0)).toBe(value.surrogate);
    expect(values.beyond(lead, trail, 0)).toBe(codesOf("a", "letter")[0]);
  });

  it("mark what may be a root by itself", () => {
    const [code = 0] = codesOf("蘋", "single");
    const values = new Values({ singles: new Set([code]), isBare: true, isBareBeginning: true });
    expect(values.of("蘋".charCodeAt(0), singleMode)).toBe(value.rootLetter);
    expect(values.of("ב".charCodeAt(0), modeOf("hebrew"))).toBe(value.rootLetter);
    expect(new Values({ ...none, isBare: true }).of("ב".charCodeAt(0), modeOf("hebrew"))).toBe(0);
    expect(new Values(none).of("ב".charCodeAt(0), modeOf("hebrew"))).toBe(0);
  });
});
