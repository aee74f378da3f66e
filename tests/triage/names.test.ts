import { describe, expect, test } from "vitest";
import { maskNames, nameMark, placesOf } from "../../lib/triage/names.ts";

const masked = (text: string, ...names: string[]) => maskNames(text, placesOf(text, names)).replaceAll(nameMark, "_");

describe("the brand's name is masked", () => {
  test.each([
    ["Hell Energy gave me wings", ["hell energy"], "_ gave me wings"],
    ["my ACME is broken", ["Acme"], "my _ is broken"],
    ["#acme never answers", ["acme"], "#_ never answers"],
    ["用Acme三年", ["acme"], "用_三年"],
    ["best buy is not what best buys are", ["Best Buy"], "_ is not what best buys are"],
    ["קניתי באקמי אתמול", ["אקמי"], "קניתי ב_ אתמול"],
    ["pineapple juice", ["apple"], "pineapple juice"],
  ])("%s", (text, names, expected) => {
    expect(masked(text, ...names)).toBe(expected);
  });
});

describe("with its neighbours in one name", () => {
  test.each([
    ["the Hell Energy can leaks", ["hell"], "the _ can leaks"],
    ["I really love the new Acme Best Buy Card a lot", ["acme"], "I really love the new _ Card a lot"],
    ["acme Terrible as ever, says my mum", ["acme"], "_ Terrible as ever, says my mum"],
    ["Acme Is Terrible And Everyone Knows", ["acme"], "_ Is Terrible And Everyone Knows"],
    ["ACME TERRIBLE as ever today again", ["acme"], "_ TERRIBLE as ever today again"],
  ])("%s", (text, names, expected) => {
    expect(masked(text, ...names)).toBe(expected);
  });
});

test("links and handles stay what they are", () => {
  const text = "@acme see https://acme.example/acme now";
  expect(masked(text, "acme")).toBe(text);
});

test("places that overlap or lie outside do no harm", () => {
  expect(
    maskNames("Acme Bank", [
      { start: 0, end: 4 },
      { start: 0, end: 9 },
      { start: 7, end: 7 },
      { start: 40, end: 50 },
    ]),
  ).toBe(nameMark);
});
