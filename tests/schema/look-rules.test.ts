import * as v from "valibot";
import { expect, it } from "vitest";
import { LookRules, lookedAtOneIn, usualLookRules } from "../../lib/schema/look-rules.ts";

it("of what each level publishes, the share that is looked at again falls; of newcomers and the brand's own people nothing is", () => {
  const oneIn = (role: string, level: number) => lookedAtOneIn({ role, level }, usualLookRules);
  expect([0, 1, 2, 3].map((level) => oneIn("advocate", level))).toEqual([0, 5, 20, 50]);
  expect(["staff", "moderator", "admin"].map((role) => oneIn(role, 1))).toEqual([0, 0, 0]);
});

it("a workspace may have every answer looked at, or none", () => {
  const oneIn = (rules: Partial<LookRules>) => lookedAtOneIn({ role: "advocate", level: 2 }, { ...usualLookRules, ...rules });
  expect([oneIn({ oneIn: [1, 1, 1] }), oneIn({ oneIn: [5, 0, 5] })]).toEqual([1, 0]);
});

it("the rules are bounded", () => {
  expect(v.is(LookRules, usualLookRules)).toBe(true);
  for (const bad of [
    { oneIn: [-1, 0, 0] },
    { oneIn: [0, 0, 1001] },
    { oneIn: [1, 1] },
    { oneIn: [1.5, 1, 1] },
    { fromLevel: 0 },
    { fromLevel: 4 },
  ])
    expect(v.is(LookRules, { ...usualLookRules, ...bad })).toBe(false);
});
