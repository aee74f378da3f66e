import * as v from "valibot";
import { expect, it } from "vitest";
import { figureDimensions, figurePeriods, PeriodQuery, publishedLines, Share } from "../../lib/schema/period-figures.ts";

it("are asked for by a period and at most one dimension, and nothing else", () => {
  for (const period of Object.keys(figurePeriods)) {
    for (const by of [null, ...figureDimensions]) expect(v.is(PeriodQuery, { period, by }), `${period} ${by}`).toBe(true);
  }
  for (const odd of [
    { period: "day", by: null },
    { period: "week" },
    { period: "week", by: "author" },
    { period: "week", by: null, from: 1 },
  ])
    expect(v.is(PeriodQuery, odd)).toBe(false);
});

it("tell a share as a part of one, or its counts alone", () => {
  expect(v.is(Share, { part: 1, of: 2, share: null })).toBe(true);
  expect(v.is(Share, { part: 61, of: 100, share: 0.61 })).toBe(true);
  expect(v.is(Share, { part: 61, of: 100, share: 61 })).toBe(false);
  for (const line of Object.values(publishedLines)) expect(line).toBeLessThanOrEqual(1);
});
