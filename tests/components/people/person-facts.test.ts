import { expect, test } from "vitest";
import { nameText, placeFacts, workFacts } from "../../../components/people/person-facts.ts";
import { noonMs } from "../samples.ts";
import { row } from "./rows.ts";

const plain = (facts: readonly string[]) => facts.map((fact) => fact.replace(/[\u2068\u2069]/g, ""));

test("who they are, and when they were there", () => {
  expect(plain(placeFacts(row(), noonMs))).toEqual([
    "Trust: Known, not set by hand",
    "English, Hebrew",
    "Joined: Dec 2, 2025",
    "Last here: today",
  ]);
});

test("a level set by hand says why; what is not known is not made up", () => {
  const facts = placeFacts(row({ level: 3, levelReason: "Knows\nit all", languages: [], seenOn: null }), noonMs);
  expect(plain(facts)).toEqual(["Trust: Full, set by hand: “Knows it all”", "Joined: Dec 2, 2025", "Last here: not known yet"]);
});

test("who is not told why is not told that nobody said so", () => {
  for (const levelReason of [null, "Knows it all"]) expect(plain(placeFacts(row({ levelReason }), noonMs, false))[0]).toBe("Trust: Known");
});

test("what they did, in numbers", () =>
  expect(plain(workFacts(row({ answered: 12_345 })))).toEqual(["On now: 1", "Answered: 12,345", "Sent back: 2", "Devices: 2"]));

test("what others found of their answers, where anybody rated them", () =>
  expect(plain(workFacts(row({ evidence: { rated: 11.5, good: 10, raters: 4, days: 9 } }))).slice(4)).toEqual([
    "Good answers: 10 of 11.5 rated",
    "Rated by: 4",
  ]));

test("a name is one line of 40 letters that turns nothing around", () => {
  expect(nameText({ name: "x".repeat(10_000) })).toHaveLength(40);
  expect(nameText({ name: "Ad\u202ea\nTh" })).toBe("Ad a Th");
});
