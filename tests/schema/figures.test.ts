import * as v from "valibot";
import { expect, it } from "vitest";
import { Figures } from "../../lib/schema/figures.ts";
import { figures } from "../../lib/schema/operations/figures.ts";

it("figures are whole numbers, and hold nothing else", () => {
  const some = { waiting: 1, late: 0, onIt: 2, withStaff: 0, answered: 3, posts: 6 };
  expect(v.parse(Figures, { ...some, excerpt: "Somebody's words" })).toEqual(some);
  for (const odd of [-1, 0.5, "1", null]) expect(v.is(Figures, { ...some, late: odd })).toBe(false);
  expect(figures["figures.read"].result).toBe(Figures);
});
