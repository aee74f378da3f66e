import * as v from "valibot";
import { expect, it } from "vitest";
import { badgeMarks, badgeNames, isBadge, NewBadges, OwnBadges } from "../../lib/schema/badges.ts";
import { operations } from "../../lib/schema/operations.ts";
import { pointSources } from "../../lib/schema/points.ts";

it("there are twelve, and these are their marks", () => {
  expect(Object.entries(badgeMarks).map(([badge, { of, mark }]) => `${badge}: ${mark} ${of}`)).toEqual([
    "first_help: 1 thanks",
    "good_neighbour: 10 thanks",
    "first_draft: 1 draft_approved",
    "clear_words: 10 draft_approved",
    "first_review: 1 review_proved",
    "teacher: 10 review_proved",
    "keen_eye: 1 proposal_agreed",
    "sound_judgement: 10 proposal_agreed",
    "second_eyes: 10 second_look",
    "safety_net: 1 mended",
    "all_rounder: 4 kinds",
    "trusted_hand: 3 level",
  ]);
});

it("each is counted by what others found right: none by hours, days in a row, speed, claims, or how much was published", () => {
  const found = new Set<string>([...pointSources, "thanks", "mended", "kinds", "level"]);
  expect(Object.values(badgeMarks).filter(({ of }) => !found.has(of))).toEqual([]);
});

it("nobody can ask for the badges of somebody else, or to be given one", () => {
  const { "member.own_badges": read, "badges.known": know, ...others } = operations;
  expect([read, know].map(({ args }) => Object.keys(args.entries))).toEqual([[], ["badges"]]);
  expect(Object.keys(others).filter((name) => name.includes("badge"))).toEqual([]);
});

it("a newer server may name others", () => {
  expect(badgeNames.every(isBadge)).toBe(true);
  expect(isBadge("toString")).toBe(false);
  expect(v.parse(OwnBadges, [{ badge: "of_next_year", count: 0, earnedAt: null }])).toHaveLength(1);
  for (const odd of [[""], ["x".repeat(41)], Array.from({ length: 41 }, () => "first_help")]) expect(v.is(NewBadges, odd)).toBe(false);
});
