import { expect, it } from "vitest";
import { wrongText } from "../../lib/i18n/look-text.ts";

it("says what a second reader found wrong, and nothing where nobody did", () => {
  const found = { verdict: "wrong", reason: "untrue", at: "2026-03-02T12:00:00.000Z", ending: null, url: null } as const;
  expect(wrongText({ secondLook: { isAsked: false, found } })).toBe("A second reader found it wrong: it says something that is not true.");
  expect(wrongText({ secondLook: { isAsked: true, found: null } })).toBe("");
  expect(wrongText({})).toBe("");
});
