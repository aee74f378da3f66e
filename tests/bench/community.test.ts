import { expect, it } from "vitest";
import { crowd, findsGood, natures } from "../../bench/community/crowd.ts";
import { live } from "../../bench/community/days.ts";
import { seeded } from "../../scripts/seeded.ts";

const lived = async (seed: number) => {
  const random = seeded(seed);
  const people = crowd(200, random);
  return { people, after: await live(people, 10, random) };
};

it("has the promised shares, and rings of five", () => {
  const people = crowd(1_000, seeded(1)).filter(({ ofStaff }) => !ofStaff);
  expect(natures.map((nature) => people.filter((person) => person.nature === nature).length)).toEqual([800, 100, 50, 50]);
  const rings = people.flatMap(({ ring }) => ring ?? []);
  expect(new Set(rings).size).toBe(10);
});

it("has rings approve their own, whatever the answer is", () => {
  const [one, two] = crowd(1_000, seeded(1)).filter(({ ring }) => ring === 0);
  if (!one || !two) throw new Error("no ring");
  expect(findsGood(one, two, false, () => 0.99)).toBe(true);
});

it("lives the same days for the same seed, and lifts people by what others found", async () => {
  const { people, after } = await lived(7);
  expect((await lived(7)).after).toEqual(after);
  expect((await lived(8)).after).not.toEqual(after);
  expect(after.reached.size).toBeGreaterThan(20);
  const risen = people.filter(({ ofStaff, level }) => !ofStaff && level >= 1);
  const byWork = risen.filter(({ id }) => (after.evidence.get(id)?.rated ?? 0) >= 2);
  expect(byWork.length).toBeGreaterThan(0);
  expect(people.filter(({ nature, level }) => nature === "spammer" && level >= 1)).toEqual([]);
});
