import { expect, it } from "vitest";
import { holdsValues, percent, shares } from "./direct-tests.ts";

/** The least share of modules, in percent, that a test of their own imports. These only rise: raise them when the share has. */
const floors: Readonly<Record<string, number>> = {
  components: 85,
  "lib/background": 100,
  "lib/clock": 100,
  "lib/detect": 100,
  "lib/i18n": 100,
  "lib/messaging": 100,
  "lib/page": 80,
  "lib/schema": 71,
  "lib/sites": 82,
  "lib/state": 88,
  "lib/store": 100,
  "lib/suggest": 96,
  "lib/sync": 91,
  "lib/triage": 100,
  server: 64,
};

/** The same for all rooms of lib together. */
const leastOfLib = 80;

const all = shares();

it("tests modules by themselves, in every room at least as many as before", () => {
  console.info(all.map((each) => `${each.room}: ${percent(each)} % of ${each.modules}`).join("\n"));
  const fallen = all.filter((each) => percent(each) < (floors[each.room] ?? 0));
  expect(
    fallen.map(({ room, indirect }) => `${room}: ${indirect.join(", ")}`),
    "a test file that imports the module itself: what only another module's test runs breaks far from its cause",
  ).toEqual([]);
});

it("tests most of lib so", () => {
  const lib = all.filter(({ room }) => room.startsWith("lib/"));
  const total = { modules: lib.reduce((sum, { modules }) => sum + modules, 0), indirect: lib.flatMap(({ indirect }) => indirect) };
  expect(percent(total)).toBeGreaterThanOrEqual(leastOfLib);
});

it("has a floor for every room there is, and for no other", () => {
  expect(Object.keys(floors).sort()).toEqual(all.map(({ room }) => room).sort());
});

it("counts what has something to test", () => {
  expect(["export const a = 1;", "export async function b() {}", "export default c;", 'export * from "./d.ts";'].every(holdsValues)).toBe(
    true,
  );
  expect(["export type A = 1;", "export interface B {}", 'import "./c.ts";'].some(holdsValues)).toBe(false);
});
