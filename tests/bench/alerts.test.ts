import { expect, it } from "vitest";
import { community, day, policies } from "../../bench/alerts/day.ts";
import { seeded } from "../../scripts/seeded.ts";

const lived = (name: string, seed = 3) => {
  const policy = policies[name];
  if (!policy) throw new Error(name);
  return day(community(300, seeded(seed)), 60, policy, seeded(seed + 1));
};
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
const taken = (name: string) => lived(name).takenMs.filter(Number.isFinite).length;

it("lives the same day for the same seed", () => {
  expect(lived("likeliest")).toEqual(lived("likeliest"));
  expect(lived("likeliest")).not.toEqual(lived("likeliest", 4));
});

it("disturbs a small part of whom calling everybody does, and finds more takers than as many picked by chance", () => {
  expect(sum(lived("likeliest").called)).toBeLessThan(sum(lived("everybody").called) / 5);
  expect(taken("likeliest")).toBeGreaterThan(taken("any few"));
});
