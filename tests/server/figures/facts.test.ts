import { expect, it } from "vitest";
import { type CountedPost, countsOf, deltasOf, valuesOf } from "../../../server/figures/facts.ts";

const waiting: CountedPost = {
  ...{ mention_id: "x:1", day: "2026-11-29", hour: 23, site: "x", language: "en", lists: ["brand"], labels: ["Acme", "Acme phone"] },
  ...{ route: "community", kind: "question", place: "neverTaken", asked_at: "2026-11-29T22:00:00.000Z", answer_ms: null },
  ...{ by_community: false, item: null, takes: 0, given_back: 0, ran_out: 0, rightly_sent: 0, wrongly_sent: 0, missed: 0 },
  ...{ look: null, thanked: false, still_broken: false },
};
const answered: CountedPost = {
  ...waiting,
  place: "answered",
  answer_ms: 7_200_000,
  by_community: true,
  item: "pairing",
  takes: 1,
  thanked: true,
};

it("needs an answer where it was answered or waits for one, and nowhere else", () => {
  expect(countsOf(waiting)).toMatchObject({ seen: 1, needed: 1, claimed: 0, answered: 0, never_taken: 1 });
  expect(countsOf({ ...waiting, place: "putDown" })).toMatchObject({ needed: 1, claimed: 1, put_down: 1 });
  expect(countsOf(answered)).toMatchObject({ needed: 1, claimed: 1, answered: 1, by_community: 1, within_2h: 1, within_24h: 1, liked: 1 });
  expect(countsOf({ ...answered, answer_ms: 7_200_001 })).toMatchObject({ within_2h: 0, within_24h: 1 });
  for (const place of ["spam", "gone", "noAnswerExpected", "merged"] as const)
    expect(countsOf({ ...waiting, place }), place).toMatchObject({ seen: 1, needed: 0, claimed: 0 });
});

it("counts for each of its lists and labels, and the weekday of its day", () => {
  expect(valuesOf(answered)).toEqual(
    expect.arrayContaining([
      ["weekday", "7"],
      ["hour", "23"],
      ["label", "Acme"],
      ["label", "Acme phone"],
      ["list", "brand"],
      ["answer", "pairing"],
    ]),
  );
});

it("takes out what was counted before, also on another day, and says nothing where nothing changed", () => {
  expect(deltasOf([{ fresh: waiting, known: waiting }])).toEqual([]);
  const moved = deltasOf([{ fresh: { ...waiting, day: "2026-11-30", hour: 0 }, known: waiting }]).filter(
    ({ dimension }) => dimension === "all",
  );
  expect(moved.map(({ day, counts }) => [day, counts.seen, counts.never_taken])).toEqual([
    ["2026-11-29", -1, -1],
    ["2026-11-30", 1, 1],
  ]);
  const [all] = deltasOf([{ fresh: answered, known: waiting }]);
  expect(all).toMatchObject({ dimension: "all", counts: { seen: 0, needed: 0, answered: 1, never_taken: -1 } });
  expect([...(all?.times.values() ?? [])]).toEqual([1]);
  const [back] = deltasOf([{ fresh: waiting, known: answered }]);
  expect([...(back?.times.values() ?? [])]).toEqual([-1]);
});
