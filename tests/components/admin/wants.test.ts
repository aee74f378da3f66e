import { describe, expect, test } from "vitest";
import { wantsOf } from "../../../components/admin/wants.ts";
import type { PeriodFigures } from "../../../lib/schema/period-figures.ts";
import { periodFigures, postFigures } from "../figures/period-samples.ts";
import { at } from "../samples.ts";

const nothing = { now: null, byList: null, byLanguage: null, drifts: [], gaps: [] };
const calm = { ...periodFigures("list").lost, notAboutUs: 0 };
const by = (
  dimension: "list" | "language",
  key: string,
  counts: { seen: number; needed: number; answered: number },
): PeriodFigures["by"] => ({
  ...{ dimension, left: { values: 0, seen: 0 } },
  values: [{ key, name: dimension === "list" ? key : null, ...postFigures(counts) }],
});
const listed = (seen: number, needed: number) =>
  wantsOf({ ...nothing, byList: periodFigures("list", { lost: calm, by: by("list", "Delta", { seen, needed, answered: 0 }) }) });
const inLanguage = (key: string, needed: number, answered: number) =>
  wantsOf({ ...nothing, byLanguage: periodFigures("language", { by: by("language", key, { seen: 900, needed, answered }) }) });

describe("an admin is wanted", () => {
  test("by nothing while nothing is known", () => {
    expect(wantsOf(nothing)).toEqual([]);
  });

  test("by posts that wait beyond the clock", () => {
    const now = { waiting: 9, late: 2, onIt: 0, withStaff: 0, answered: 0, posts: 9 };
    expect(wantsOf({ ...nothing, now })).toEqual([{ kind: "late", count: 2 }]);
    expect(wantsOf({ ...nothing, now: { ...now, late: 0 } })).toEqual([]);
  });

  test("by a list of whose posts fewer than one in five need an answer, once it found fifty", () => {
    expect(listed(100, 19)).toEqual([{ kind: "list", name: "Delta", seen: 100, needed: 19 }]);
    expect(listed(100, 20)).toEqual([]);
    expect(listed(49, 0)).toEqual([]);
  });

  test("by lists that find what is not about the brand, more than one in five", () => {
    const found = (notAboutUs: number, seen = 100) =>
      wantsOf({
        ...nothing,
        byList: periodFigures("list", { by: null, now: postFigures({ seen, needed: 0, answered: 0 }), lost: { ...calm, notAboutUs } }),
      });
    expect(found(21)).toEqual([{ kind: "notUs", share: 0.21 }]);
    expect(found(20)).toEqual([]);
    expect(found(3, 4)).toEqual([]);
  });

  test("by a language whose posts are taken less than half as often as all", () => {
    expect(inLanguage("he", 70, 12)).toEqual([expect.objectContaining({ kind: "language", language: "he" })]);
    expect(inLanguage("he", 70, 40)).toEqual([]);
    expect(inLanguage("he", 9, 0)).toEqual([]);
    expect(inLanguage("unknown", 70, 0)).toEqual([]);
  });

  test("by a site that is read badly, and by what is asked often without an answer on record, two at most", () => {
    const drift = { site: "x", posts: 40, readable: 12, missing: ["author"], at: at(-60) };
    const gap = (word: string) => ({ lang: "en", words: [word, "battery"], posts: [] });
    const wants = wantsOf({ ...nothing, drifts: [drift], gaps: [gap("puck"), gap("case"), gap("left")] });
    expect(wants.map(({ kind }) => kind)).toEqual(["drift", "gap", "gap"]);
  });

  test("by nothing that was told of another dimension", () => {
    expect(wantsOf({ ...nothing, byList: periodFigures("language", { lost: calm }), byLanguage: periodFigures("list") })).toEqual([]);
  });
});
