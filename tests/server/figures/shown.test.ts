import { expect, it } from "vitest";
import { type CountedPost, zero } from "../../../server/figures/facts.ts";
import { backlogWith, bothSums, dayAfter, daysOf, furtherFigures, nothing, postFigures } from "../../../server/figures/shown.ts";
import { timeBucket } from "../../../server/figures/sketch.ts";

const waiting = (asked_at: string, changed: Partial<CountedPost> = {}): CountedPost => ({
  ...{
    mention_id: "x:1",
    day: "2026-03-09",
    hour: 1,
    site: "x",
    language: "en",
    lists: [],
    labels: [],
    route: "community",
    kind: "question",
  },
  ...{ place: "neverTaken", asked_at, answer_ms: null, by_community: false, item: null, takes: 0, given_back: 0, ran_out: 0 },
  ...{ rightly_sent: 0, wrongly_sent: 0, missed: 0, look: null, thanked: false, still_broken: false },
  ...changed,
});
const ten = { ...zero, seen: 20, needed: 12, claimed: 11, answered: 10, by_community: 4, within_2h: 6, within_24h: 10, spam: 8 };

it("tells no share and no percentile of fewer than ten, but their counts", () => {
  const sum = { ...nothing, counts: ten, times: new Map([[timeBucket(60_000), 10]]), under2h: 1, under24h: 2 };
  const told = postFigures(sum);
  expect(told).toMatchObject({ responseRate: { part: 10, of: 12, share: 10 / 12 }, community: { part: 4, of: 10, share: 0.4 } });
  expect(told.within2h).toEqual({ part: 6, of: 11, share: 6 / 11 });
  expect(told.within24h).toEqual({ part: 10, of: 10, share: 1 });
  expect(Math.abs((told.firstAnswer.medianMs ?? 0) - 60_000)).toBeLessThan(700);
  expect(postFigures({ ...sum, counts: { ...ten, answered: 9 } }).firstAnswer).toEqual({ of: 9, medianMs: null, p90Ms: null });
  expect(furtherFigures(bothSums(sum, sum))).toMatchObject({ lost: { spam: 16, gone: 0 }, triage: { right: { of: 0, share: null } } });
});

it("gives every day its line, over the end of a month and of February", () => {
  expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
  expect(dayAfter("2024-03-01", -1)).toBe("2024-02-29");
  const days = daysOf("2026-02-27", "2026-03-02", new Map([["2026-03-01", ten]]));
  expect(days.map(({ day, seen }) => [day, seen])).toEqual([
    ["2026-02-27", 0],
    ["2026-02-28", 0],
    ["2026-03-01", 20],
    ["2026-03-02", 0],
  ]);
});

it("adds what waits to the backlog, by whose it is and how old", () => {
  const none = { community: 0, staff: 0, inWork: 0, oldestAt: null, ages: { under2h: 0, under24h: 0, under7d: 0, older: 0 } };
  expect(backlogWith(none, [], 0)).toEqual(none);
  const nowMs = Date.parse("2026-03-09T12:00:00.000Z");
  const posts = [
    waiting("2026-03-09T11:00:00.000Z"),
    waiting("2026-03-09T09:00:00.000Z", { place: "inWork" }),
    waiting("2026-03-01T09:00:00.000Z", { route: "first_line" }),
  ];
  expect(backlogWith({ ...none, community: 2, ages: { ...none.ages, under7d: 2 } }, posts, nowMs)).toEqual({
    ...{ community: 3, staff: 1, inWork: 1, oldestAt: "2026-03-01T09:00:00.000Z" },
    ages: { under2h: 1, under24h: 1, under7d: 2, older: 1 },
  });
});
