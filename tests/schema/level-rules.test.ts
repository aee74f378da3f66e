import * as v from "valibot";
import { describe, expect, it } from "vitest";
import {
  areLevelRules,
  claimLimit,
  LevelRules,
  levelsOf,
  mayReview,
  needsReview,
  proposesOnly,
  usualLevelRules,
} from "../../lib/schema/level-rules.ts";

const levels = [0, 1, 2, 3];
const advocates = levels.map((level) => ({ role: "advocate", level }));
const from = (change: Partial<LevelRules["from"]>): LevelRules => ({ ...usualLevelRules, from: { ...usualLevelRules.from, ...change } });

describe("what a level may", () => {
  it("grows with it, and staff may as much as the highest", () => {
    const held = advocates.map((member) => claimLimit(member, usualLevelRules));
    expect([
      ...held,
      claimLimit({ role: "staff", level: 0 }, usualLevelRules),
      claimLimit({ role: "advocate", level: 9 }, usualLevelRules),
    ]).toEqual([1, 3, 5, 10, 10, 1]);
    expect(claimLimit({ role: "advocate", level: 2 }, { ...usualLevelRules, claims: [1, 1, 2, 4] })).toBe(2);
  });

  it("is that a newcomer's word is a proposal, their answers are read, and they read nobody's", () => {
    expect(advocates.map((member) => proposesOnly(member, usualLevelRules))).toEqual([true, false, false, false]);
    expect(advocates.map((member) => needsReview(member, usualLevelRules))).toEqual([true, false, false, false]);
    expect(advocates.map((member) => mayReview(member, usualLevelRules))).toEqual([false, true, true, true]);
  });

  it("is another by the workspace's own rules, one thing apart from the other", () => {
    expect(advocates.map((member) => needsReview(member, from({ answerUnread: 3 })))).toEqual([true, true, true, false]);
    expect(advocates.map((member) => mayReview(member, from({ answerUnread: 3 })))).toEqual([false, true, true, true]);
    expect(advocates.map((member) => mayReview(member, from({ review: 4 })))).toEqual([false, false, false, false]);
    expect(advocates.map((member) => proposesOnly(member, from({ decideAlone: 2 })))).toEqual([true, true, false, false]);
  });

  it.each(["staff", "admin", "moderator"])("does not limit %s", (role) => {
    const strict = from({ answerUnread: 4, review: 4, decideAlone: 4 });
    const member = { role, level: 0 };
    expect([needsReview(member, strict), mayReview(member, strict), proposesOnly(member, strict)]).toEqual([false, true, false]);
  });

  it("gives a role without the ability nothing: an analyst reads no drafts", () => {
    expect(mayReview({ role: "analyst", level: 3 }, usualLevelRules)).toBe(false);
    expect(proposesOnly({ role: "keyword_editor", level: 0 }, usualLevelRules)).toBe(true);
  });
});

describe("the rules", () => {
  it("are the usual ones where a server of before does not say", () => {
    expect([levelsOf(null), levelsOf({}), levelsOf({ levels: from({ review: 2 }) }).from.review]).toEqual([
      usualLevelRules,
      usualLevelRules,
      2,
    ]);
    expect(areLevelRules(usualLevelRules)).toBe(true);
  });

  it.each([
    { claims: [1, 3, 2, 10] },
    { claims: [0, 3, 5, 10] },
    { claims: [1, 3, 5] },
    { claims: [1, 3, 5, 21] },
    { claims: [1, 2.5, 5, 10] },
    { from: { ...usualLevelRules.from, review: 0 } },
    { from: { ...usualLevelRules.from, answerUnread: 5 } },
  ])("are refused: %j", (bad) => {
    expect(v.is(LevelRules, { ...usualLevelRules, ...bad })).toBe(false);
  });
});
