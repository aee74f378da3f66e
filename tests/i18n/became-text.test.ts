import { expect, test } from "vitest";
import { becameTexts } from "../../lib/i18n/became-text.ts";
import type { LookFound } from "../../lib/schema/second-look.ts";
import { ownAnswer, ownAnswers } from "../components/own-samples.ts";

const found: LookFound = { verdict: "wrong", reason: "harmful", at: ownAnswer.at, ending: null, url: null };
const texts = (parts: Partial<typeof ownAnswer>) =>
  becameTexts({ ...ownAnswer, ...parts }).map(({ text }) => text.replace(/[\u2068\u2069]/g, ""));

test("an answer of which nobody spoke says that, every other what became of it", () => {
  expect(texts({})).toEqual(["Nobody said anything about it yet"]);
  expect(ownAnswers.answers.map((answer) => becameTexts(answer).map(({ tone }) => tone))).toEqual([
    ["other"],
    ["mine", "mine"],
    ["danger", "danger"],
    ["danger", "other"],
  ]);
});

test("what was found wrong is told with why, and what came of it", () => {
  const wrong = "A second reader found it wrong: it could do harm.";
  expect(texts({ found })).toEqual([wrong]);
  expect(texts({ found: { ...found, ending: "corrected" } })).toEqual([wrong, "It was corrected"]);
  expect(becameTexts({ ...ownAnswer, found: { ...found, ending: "right" } })[0]?.tone).toBe("other");
});

test.each(["helpful", "somewhat", "no"] as const)("%s is said once", (verdict) => {
  expect(texts({ found: { ...found, verdict, reason: null } })).toHaveLength(1);
});
