import { describe, expect, test } from "vitest";
import { createJudge } from "../../../lib/detect/ambiguity/judge.ts";
import { compileMatcher } from "../../../lib/detect/exact/compile.ts";
import { listOf } from "../lists.ts";

const lists = [
  listOf(
    { text: "target", ambiguous: true },
    "bullseye",
    { text: "@delta", ambiguous: true },
    { text: "delta", ambiguous: true, mustNear: ["gate"] },
  ),
];
const hits = (text: string, among = lists) =>
  compileMatcher(among, createJudge(among))
    .match(text, null)
    .map(({ start, end, context }) => [text.slice(start, end), ...context]);

describe("an ambiguous entry", () => {
  test.each([
    ["Called Target customer support about my order", "Target"],
    ["my order from @Delta is late, says their support", "@Delta"],
  ])("hits in: %s", (text, found) => {
    expect(hits(text).map(([word]) => word)).toEqual([found]);
  });

  test.each(["we always missed the target", "they set a new target for the river", "so many targets, each target another"])(
    "does not in: %s",
    (text) => {
      expect(hits(text)).toEqual([]);
    },
  );

  test("would hit without a judge, so it is the judge's word", () => {
    expect(compileMatcher(lists).match("we always missed the target", null)).toHaveLength(1);
  });

  test("is believed beside another keyword of the workspace, and says so", () => {
    const text = "that target again, bullseye and all";
    expect(hits(text)).toContainEqual(["target", "bullseye"]);
    expect(hits(text, [listOf({ text: "target", ambiguous: true })])).toEqual([]);
  });

  test("is not believed for a word that must not be near, nor for one that hits only with others", () => {
    const among = [listOf({ text: "target", ambiguous: true }), { ...listOf("bullseye"), negative: true }];
    expect(hits("that target again, bullseye", among)).toEqual([]);
    expect(
      hits("that target again, bullseye", [listOf({ text: "target", ambiguous: true }, { text: "bullseye", mustNear: ["red"] })]),
    ).toEqual([]);
  });

  test("needs the words that must be near, which then speak for it", () => {
    expect(hits("the delta at the gate")).toEqual([["delta", "gate"]]);
    expect(hits("flew with Delta from Oslo")).toEqual([]);
  });
});
