import { expect, test } from "vitest";
import { levelHint, levels, levelText, nameText, placeFacts, workFacts } from "../../../components/people/person-facts.ts";
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

test("what they did, in numbers", () =>
  expect(plain(workFacts(row({ answered: 12_345 })))).toEqual(["On now: 1", "Answered: 12,345", "Sent back: 2", "Devices: 2"]));

test("every level has a name and says what it is", () => {
  expect(levels.map(levelText)).toEqual(["Newcomer", "Known", "Proven", "Full"]);
  expect(new Set(levels.map(levelHint)).size).toBe(levels.length);
});

test("a name is one line of 40 letters that turns nothing around", () => {
  expect(nameText({ name: "x".repeat(10_000) })).toHaveLength(40);
  expect(nameText({ name: "Ad\u202ea\nTh" })).toBe("Ad a Th");
});
