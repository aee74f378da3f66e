import * as v from "valibot";
import { expect, it } from "vitest";
import { LookWord, wrongNow } from "../../lib/schema/second-look.ts";

it("a word says why where it is wrong, and only there", () => {
  expect(v.is(LookWord, { verdict: "wrong", reason: "untrue" })).toBe(true);
  expect(v.is(LookWord, { verdict: "wrong" })).toBe(false);
  expect(v.is(LookWord, { verdict: "wrong", reason: "dull" })).toBe(false);
  expect(v.is(LookWord, { verdict: "helpful" })).toBe(true);
});

it("an answer is wrong until somebody said what became of it", () => {
  const found = { verdict: "wrong", reason: "harmful", at: "2026-03-02T12:00:00.000Z", ending: null, url: null } as const;
  expect(wrongNow({ secondLook: { isAsked: false, found } })).toBe("harmful");
  expect(wrongNow({ secondLook: { isAsked: false, found: { ...found, ending: "right" } } })).toBeNull();
  expect(wrongNow({ secondLook: { isAsked: true, found: null } })).toBeNull();
  expect(wrongNow({})).toBeNull();
});
