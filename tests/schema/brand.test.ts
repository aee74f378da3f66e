import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  Brand,
  BrandChange,
  BrandMark,
  isOwnHandle,
  markGrounds,
  markInk,
  Picture,
  plainHandle,
  WorkspaceName,
} from "../../lib/schema/brand.ts";

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (a: string, b: string) => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one);
  return (light + 0.05) / (dark + 0.05);
};

describe("a mark", () => {
  it.each(Object.entries(markGrounds))("in %s is legible, and seen on a light page and on a dark one", (_, ground) => {
    expect(contrast(ground, markInk)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(ground, "#ffffff")).toBeGreaterThanOrEqual(3);
    expect(contrast(ground, "#1b1d20")).toBeGreaterThanOrEqual(3);
  });

  it.each(["A", "AC", "אק", "é", "\u0065\u0301x", "日本", "7", "👩‍👩‍👧‍👧"])("has the letters %s", (letters) => {
    expect(v.is(BrandMark, { kind: "letters", letters, colour: "teal" })).toBe(true);
  });

  it.each(["", " ", "ABC", "\u202e", "x".repeat(10_000), "-", "\u0301"])("has no letters %j", (letters) => {
    expect(v.is(BrandMark, { kind: "letters", letters, colour: "teal" })).toBe(false);
  });

  it.each([
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:image/png;base64,",
    "data:image/png;base64,AA\nAA",
    "data:image/png;base64,AAAA');background:url(https://evil.example",
    "https://evil.example/mark.png",
    "javascript:alert(1)",
    `data:image/png;base64,${"A".repeat(90_000)}`,
  ])("has no picture %j", (picture) => {
    expect(v.is(Picture, picture)).toBe(false);
  });
});

describe("a community's name", () => {
  it("is one line without what nobody sees", () => {
    expect(v.parse(WorkspaceName, " Acme\u202e  \n<b>fans</b>\u0000 ")).toBe("Acme <b>fans</b>");
  });

  it.each(["", " \u200b ", "\u202e", "x".repeat(10_000)])("is not %j", (name) => {
    expect(v.is(WorkspaceName, name)).toBe(false);
  });
});

describe("handles of the brand's own", () => {
  it("are kept in one form, each once", () => {
    expect(v.parse(BrandChange, { handles: { x: ["@Acme", "acme", " ACME_help "], mastodon: ["acme@social.example"] } })).toEqual({
      handles: { x: ["acme", "acme_help"], mastodon: ["acme@social.example"] },
    });
  });

  it.each([
    [["a b"]],
    [["@"]],
    [[""]],
    [["x.com/acme"]],
    [["acme\u202e"]],
    [["x".repeat(81)]],
    [Array.from({ length: 51 }, (_, at) => `a${at}`)],
  ])("are not %j", (x) => {
    expect(v.is(BrandChange, { handles: { x } })).toBe(false);
  });

  it("are not those of a site that there is not", () => {
    expect(v.is(BrandChange, { handles: { myspace: ["acme"] } })).toBe(false);
  });

  it.each([
    ["x", "acme", true],
    ["x", "@AcMe", true],
    ["x", "acme2", false],
    ["facebook", "acme", false],
    ["x", null, false],
    ["x", "constructor", false],
  ] as const)("on %s %j is one: %s", (site, handle, is) => {
    expect(isOwnHandle({ handles: { x: ["acme"] } }, site, handle)).toBe(is);
    expect(isOwnHandle(undefined, site, handle)).toBe(false);
  });

  it("mean the same with and without the @", () => {
    expect(plainHandle("@@Acme ")).toBe("acme");
  });
});

it("of a brand with something that is not known here the rest is read", () => {
  expect(v.parse(Brand, { mark: { kind: "film" }, handles: { x: ["acme"] }, language: "klingon" })).toEqual({
    mark: null,
    handles: { x: ["acme"] },
    language: null,
  });
});
