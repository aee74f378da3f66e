import * as v from "valibot";
import { expect, test } from "vitest";
import { mayPropose, usualLevelRules } from "../../lib/schema/level-rules.ts";
import { longestDeclineNote, OwnProposal } from "../../lib/schema/proposals.ts";

test.each([
  ["advocate", 0, false],
  ["advocate", 1, false],
  ["advocate", 2, true],
  ["advocate", 3, true],
  ["keyword_editor", 2, true],
  ["moderator", 0, true],
  ["staff", 0, true],
  ["admin", 0, true],
  ["analyst", 3, false],
  ["steward", 3, false],
])("%s of level %i may propose: %s", (role, level, may) => {
  expect(mayPropose({ role, level }, usualLevelRules)).toBe(may);
});

test("what became of a proposal comes with a bounded word", () => {
  const own = { id: "p1", title: "Pairing", state: "declined", reason: "known", at: "2026-03-02T12:00:00.000Z" };
  expect(v.safeParse(OwnProposal, { ...own, note: "n".repeat(longestDeclineNote) }).success).toBe(true);
  expect(v.safeParse(OwnProposal, { ...own, note: "n".repeat(longestDeclineNote + 1) }).success).toBe(false);
});
