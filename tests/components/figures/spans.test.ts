import { describe, expect, test } from "vitest";
import { spansOf } from "../../../components/figures/spans.ts";
import { noonMs } from "../samples.ts";

const dayMs = 24 * 60 * 60 * 1000;
const dayAgo = (days: number) => new Date(noonMs - days * dayMs).toISOString().slice(0, 10);
const days = (count: number, needed: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ day: dayAgo(count - 1 - at), seen: needed, needed, claimed: 0, answered: 1 },
    ...{ within2h: 0, within24h: 0, byCommunity: 0 },
  }));
const until = dayAgo(0);
const of = ({ needed }: { needed: number }) => needed;

describe("a line is drawn", () => {
  test("through days with enough posts, without today, which is not over", () => {
    const spans = spansOf({ days: days(30, 12), until }, of);
    expect(spans).toHaveLength(29);
    expect(spans.at(-1)?.name).toBe("Mar 1");
  });

  test("through whole weeks that end yesterday, where days have too few", () => {
    const spans = spansOf({ days: days(30, 3), until }, of);
    expect(spans.map(({ needed, answered }) => [needed, answered])).toEqual([
      [21, 7],
      [21, 7],
      [21, 7],
      [21, 7],
    ]);
    expect(spans.at(-1)).toMatchObject({ day: dayAgo(7), name: "week from Feb 23" });
  });

  test("through weeks where days are too many, and days where they are too few for weeks", () => {
    expect(spansOf({ days: days(730, 50), until }, of)).toHaveLength(104);
    expect(spansOf({ days: days(7, 1), until }, of)).toHaveLength(6);
    expect(spansOf({ days: [], until }, of)).toEqual([]);
  });
});
