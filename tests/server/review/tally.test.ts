import { describe, expect, it } from "vitest";
import { isAlike, likeness, tally } from "../../../server/review/tally.ts";

const stranger = { isStaff: false, isUnlike: true };
const friend = { isStaff: false, isUnlike: false };
const staff = { isStaff: true, isUnlike: false };

describe("the likeness of two members", () => {
  it.each([
    [0, 0, 0.5],
    [3, 3, 0.8],
    [8, 4, 0.5],
    [3, 0, 0.2],
  ])("after %i stands in common of which %i agree is %d", (shared, agreed, likely) => {
    expect(likeness({ shared, agreed })).toBeCloseTo(likely);
  });

  it("rises with every agreement and falls with every quarrel", () => {
    for (let shared = 0; shared < 20; shared++) {
      for (let agreed = 0; agreed <= shared; agreed++) {
        expect(likeness({ shared: shared + 1, agreed: agreed + 1 })).toBeGreaterThan(likeness({ shared, agreed }));
        expect(likeness({ shared: shared + 1, agreed })).toBeLessThan(likeness({ shared, agreed }));
      }
    }
  });

  it.each([
    [0, 0, false],
    [2, 2, false],
    [3, 3, true],
    [4, 3, false],
    [7, 6, false],
    [8, 7, true],
    [30, 20, false],
  ])("after %i stands of which %i agree counts as alike: %s", (shared, agreed, alike) => {
    expect(isAlike({ shared, agreed })).toBe(alike);
  });
});

describe("the tally of a draft", () => {
  it.each([
    ["nobody", [], { needs: 2, needsUnlike: false }],
    ["a stranger", [stranger], { needs: 1, needsUnlike: false }],
    ["a friend", [friend], { needs: 1, needsUnlike: true }],
    ["two friends", [friend, friend], { needs: 1, needsUnlike: true }],
    ["five friends", [friend, friend, friend, friend, friend], { needs: 1, needsUnlike: true }],
    ["a friend and a stranger", [friend, stranger], { needs: 0, needsUnlike: false }],
    ["two strangers", [stranger, stranger], { needs: 0, needsUnlike: false }],
    ["staff", [staff], { needs: 0, needsUnlike: false }],
    ["two friends and staff", [friend, friend, staff], { needs: 0, needsUnlike: false }],
  ])("approved by %s", (_, approvals, lacking) => {
    expect(tally(approvals)).toEqual(lacking);
  });
});
