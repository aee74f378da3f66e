import { describe, expect, it } from "vitest";
import { seeded } from "../../../scripts/seeded.ts";
import { type Factorisation, factorise, type Penalties, type RaterVerdict, usualPenalties } from "../../../server/trust/factors.ts";

/** Two camps that like their own items, and items that both like or nobody does. */
const camps: RaterVerdict[] = [];
for (const [rater, camp] of [
  ["a1", "a"],
  ["a2", "a"],
  ["a3", "a"],
  ["b1", "b"],
  ["b2", "b"],
  ["b3", "b"],
] as const)
  for (const item of ["a:x", "a:y", "b:x", "b:y", "good", "fine", "none"]) {
    const value = item.startsWith(camp) || item === "good" || item === "fine" ? 1 : 0;
    camps.push({ rater, item, value });
  }

/** The cost as it is written down in the module's docstring, without a line of the module. */
function cost(verdicts: readonly RaterVerdict[], { mu, raters, items }: Factorisation, { intercept, factor }: Penalties): number {
  const mean = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const squares = (side: Factorisation["raters"], of: "intercept" | "factor") => mean([...side.values()].map((each) => each[of] ** 2));
  const errors = verdicts.map(({ rater, item, value }) => {
    const [u, n] = [raters.get(rater), items.get(item)];
    return (value - mu - (u?.intercept ?? 0) - (n?.intercept ?? 0) - (u?.factor ?? 0) * (n?.factor ?? 0)) ** 2;
  });
  return (
    mean(errors) +
    intercept * (mu ** 2 + squares(raters, "intercept") + squares(items, "intercept")) +
    factor * (squares(raters, "factor") + squares(items, "factor"))
  );
}

/** Solves a square system by elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let at = 0; at < rows.length; at++) {
    const best = rows.slice(at).reduce((found, row, n) => (Math.abs(row[at] ?? 0) > Math.abs(rows[found]?.[at] ?? 0) ? at + n : found), at);
    [rows[at], rows[best]] = [rows[best] ?? [], rows[at] ?? []];
    const pivot = rows[at] ?? [];
    for (const [n, row] of rows.entries()) {
      if (n === at) continue;
      const share = (row[at] ?? 0) / (pivot[at] ?? 1);
      rows[n] = row.map((value, place) => value - share * (pivot[place] ?? 0));
    }
  }
  return rows.map((row, at) => (row.at(-1) ?? 0) / (row[at] ?? 1));
}

describe("the factorisation", () => {
  it("tells what one camp likes from what both do", async () => {
    const { raters, items } = await factorise(camps);
    const intercept = (item: string) => items.get(item)?.intercept ?? 0;
    expect(intercept("good")).toBeGreaterThan(intercept("a:x") + 0.2);
    expect(intercept("a:x")).toBeCloseTo(intercept("b:x"), 1);
    expect(intercept("none")).toBeLessThan(intercept("a:x") - 0.2);
    expect((raters.get("a1")?.factor ?? 0) * (raters.get("b1")?.factor ?? 0)).toBeLessThan(-0.1);
    expect(Math.abs(items.get("good")?.factor ?? 1)).toBeLessThan(0.1);
  });

  it("stands where its cost, worked out independently, has no slope, and no lower neighbour", async () => {
    const found = await factorise(camps);
    const lowest = cost(camps, found, usualPenalties);
    const step = 1e-5;
    const slope = (changed: (by: number) => Factorisation) =>
      (cost(camps, changed(step), usualPenalties) - cost(camps, changed(-step), usualPenalties)) / (2 * step);
    const moved = (side: "raters" | "items", id: string, of: "intercept" | "factor") => (by: number) => {
      const traits = found[side].get(id) ?? { intercept: 0, factor: 0 };
      return { ...found, [side]: new Map([...found[side], [id, { ...traits, [of]: traits[of] + by }]]) };
    };
    const moves = [
      (by: number) => ({ ...found, mu: found.mu + by }),
      ...(["raters", "items"] as const).flatMap((side) =>
        [...found[side].keys()].flatMap((id) => (["intercept", "factor"] as const).map((of) => moved(side, id, of))),
      ),
    ];
    expect(moves).toHaveLength(1 + 2 * (6 + 7));
    for (const move of moves) {
      expect(Math.abs(slope(move))).toBeLessThan(1e-5);
      expect(cost(camps, move(0.05), usualPenalties)).toBeGreaterThan(lowest);
      expect(cost(camps, move(-0.05), usualPenalties)).toBeGreaterThan(lowest);
    }
  });

  it("without factors is the ridge regression that elimination gives", async () => {
    const random = seeded(3);
    const verdicts = camps.filter(() => random() < 0.7);
    const { mu, raters, items } = await factorise(verdicts, { intercept: 0.15, factor: 1e9 });
    const [us, ns] = [[...raters.keys()], [...items.keys()]];
    const row = ({ rater, item }: RaterVerdict) => [1, ...us.map((id) => Number(id === rater)), ...ns.map((id) => Number(id === item))];
    const design = verdicts.map(row);
    const size = 1 + us.length + ns.length;
    const cell = (i: number, j: number) => design.reduce((sum, each) => sum + (each[i] ?? 0) * (each[j] ?? 0), 0);
    const ridge = (i: number) => 0.15 * (i === 0 ? verdicts.length : verdicts.length / (i <= us.length ? us.length : ns.length));
    const matrix = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => cell(i, j) + (i === j ? ridge(i) : 0)));
    const right = Array.from({ length: size }, (_, i) =>
      design.reduce((sum, each, at) => sum + (each[i] ?? 0) * (verdicts[at]?.value ?? 0), 0),
    );
    const exact = solve(matrix, right);
    expect(mu).toBeCloseTo(exact[0] ?? 0, 6);
    for (const [at, id] of us.entries()) expect(raters.get(id)?.intercept).toBeCloseTo(exact[1 + at] ?? 0, 6);
    for (const [at, id] of ns.entries()) expect(items.get(id)?.intercept).toBeCloseTo(exact[1 + us.length + at] ?? 0, 6);
  });

  it("gives the same for the same verdicts in any order, and nothing for none", async () => {
    const close = (numbers: Factorisation) => JSON.stringify([...numbers.items].map(([id, { intercept }]) => [id, intercept.toFixed(5)]));
    expect(await factorise(camps)).toEqual(await factorise(camps));
    expect(close(await factorise(camps.toReversed()))).toBe(close(await factorise(camps)));
    expect(await factorise([])).toEqual({ mu: 0, raters: new Map(), items: new Map() });
  });
});
