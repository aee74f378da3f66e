// @vitest-environment node
import { describe, expect, it } from "vitest";
import { figureDimensions } from "../../lib/schema/period-figures.ts";
import { applyAnswer } from "../../lib/store/apply.ts";
import { isSameQuestion, keepToldFigures } from "../../lib/store/kept-figures.ts";
import { forgetEverything, getMeta } from "../../lib/store/meta.ts";
import { periodFigures } from "../components/figures/period-samples.ts";
import { account, iso, noonMs } from "../support/samples.ts";
import { joinedStore } from "../support/store.ts";

const month = { period: "month", by: "site" } as const;
const week = { period: "week", by: null } as const;

describe("figures that were read", () => {
  it("are kept, the last answer to each question, the latest first, twelve at most", async () => {
    const store = await joinedStore();
    await keepToldFigures(store, { query: month, figures: periodFigures("site") });
    await keepToldFigures(store, { query: week, figures: periodFigures() });
    await keepToldFigures(store, { query: month, figures: periodFigures("site", { at: iso(noonMs) }) });
    const kept = (await getMeta(store, "figures")) ?? [];
    expect(kept.map(({ query }) => query)).toEqual([month, week]);
    expect(kept[0]?.figures.at).toBe(iso(noonMs));
    for (const period of ["quarter", "years"] as const)
      for (const by of figureDimensions) await keepToldFigures(store, { query: { period, by }, figures: periodFigures(by) });
    expect(await getMeta(store, "figures")).toHaveLength(12);
    expect(isSameQuestion(month, { ...month })).toBe(true);
    expect(isSameQuestion(month, { ...month, by: null })).toBe(false);
  });

  it("go when the device starts over, and are not written once nobody is signed in", async () => {
    const store = await joinedStore();
    await keepToldFigures(store, { query: month, figures: periodFigures("site") });
    const response = { cursor: { epoch: "e1", revision: 2 }, startOver: true, presence: [], now: iso(noonMs), changes: [] };
    await applyAnswer(store, { token: account().token, outcomes: [], rows: [], skewMs: 0, response });
    expect(await getMeta(store, "figures")).toBeUndefined();
    await forgetEverything(store);
    await keepToldFigures(store, { query: month, figures: periodFigures("site") });
    expect(await getMeta(store, "figures")).toBeUndefined();
  });
});
