import { expect, it } from "vitest";
import { type Placed, shownOf } from "../../../server/trust/board.ts";

/** People with these points, the most first; the last of them asks. */
function standings(...points: number[]): Placed[] {
  return points.map((each, before) => ({
    ...{ name: `n${before}`, points: each, isMine: before === points.length - 1, before },
    place: points.indexOf(each) + 1,
    sharing: points.filter((other) => other === each).length,
  }));
}
/** What the database gives of them. */
const found = (all: readonly Placed[]) => all.filter(({ before, isMine }) => before < 10 || isMine);

it("who has as many points shares the place, and the next one counts those before", () => {
  expect(shownOf(standings(9, 7, 7, 4)).rows.map(({ place }) => place)).toEqual([1, 2, 2, 4]);
});

it("says how many more share the tenth place, without those who are shown", () => {
  const { rows, alsoTenth } = shownOf(found(standings(20, 19, 18, 17, 16, 15, 14, 13, 3, 3, 3, 3, 3)));
  expect(rows).toHaveLength(11);
  expect(rows.at(-1)).toEqual({ place: 9, name: "n12", points: 3, isMine: true });
  expect(alsoTenth).toBe(2);
  expect(shownOf(found(standings(20, 19, 18, 17, 16, 15, 14, 13, 3, 3, 2))).alsoTenth).toBe(0);
  expect(shownOf(standings(3, 3))).toMatchObject({ alsoTenth: 0 });
  expect(shownOf([])).toEqual({ rows: [], alsoTenth: 0 });
});
