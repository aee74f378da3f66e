import * as v from "valibot";
import { expect, it } from "vitest";
import { DraftProblem } from "../../lib/schema/draft-problem.ts";

it("crosses with the words that it is about, and under a code that the surfaces have a sentence for", () => {
  expect(v.is(DraftProblem, { code: "phone_number", words: ["555 01 23"] })).toBe(true);
  expect(v.is(DraftProblem, { code: "phone_number" })).toBe(false);
  expect(v.is(DraftProblem, { code: "too_kind", words: [] })).toBe(false);
});
