import { expect, test } from "vitest";
import type { Hit } from "../../lib/schema/keywords.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { triage } from "../../lib/triage/triage.ts";

const counts = { replies: null, reposts: null, likes: null, views: null };
const text = "The Delta flight from the gate is late, how do I rebook?";
const scores = triage({ text, lang: "en", counts, verified: null, postedAt: null }, 0);
const hit = (context: string[]): Hit => ({ entryId: "1", label: "Delta", start: 4, end: 9, form: "exact", context });

test("a keyword that counted for the words around it says them first", () => {
  const { reasons } = withKeywordReason(scores, text, [hit([]), hit(["flight", "gate"])]);
  expect(reasons).toEqual([{ code: "keyword", words: ["Delta", "flight", "gate"], value: null }, ...scores.reasons]);
});

test("one that always counts needs no reason", () => {
  expect(withKeywordReason(scores, text, [hit([])])).toEqual(scores);
});

test("words that do not stand in the text are no reason", () => {
  expect(withKeywordReason(scores, text, [hit(["free money"])])).toEqual(scores);
});

test("said again it stands there once", () => {
  const once = withKeywordReason(scores, text, [hit(["flight"])]);
  expect(
    withKeywordReason(once, text, [hit(["gate"])])
      .reasons.map(({ words }) => words)
      .filter((words) => words[0] === "Delta"),
  ).toEqual([["Delta", "gate"]]);
});
