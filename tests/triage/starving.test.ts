import { describe, expect, test } from "vitest";
import { defaultTriageSettings } from "../../lib/schema/triage-defaults.ts";
import { turnMs } from "../../lib/triage/priority.ts";
import { seeded } from "../../scripts/seeded.ts";

const { patienceMinutes } = defaultTriageSettings;

interface Waiting {
  readonly atMinute: number;
  readonly priority: number;
}
interface Served extends Waiting {
  readonly waited: number;
}
type Order = (a: Waiting, b: Waiting) => number;

const byTurn: Order = (a, b) => turnOf(a) - turnOf(b) || a.atMinute - b.atMinute;
const byPriorityAlone: Order = (a, b) => b.priority - a.priority || a.atMinute - b.atMinute;
const turnOf = ({ atMinute, priority }: Waiting) => turnMs(atMinute * 60_000, priority, patienceMinutes);

/** Priorities as a brand meets them: many calm, few pressing. */
const drawn = (random: () => number) => Math.round(random() < 0.15 ? 60 + 40 * random() : 45 * random());

/** A day of posts: `busy(minute)` posts a minute on average, one answered every `everyMinutes`; the answering goes on until none waits. */
function aDay(order: Order, busy: (minute: number) => number, everyMinutes: number, seed = 4): Served[] {
  const random = seeded(seed);
  const waiting: Waiting[] = [];
  const served: Served[] = [];
  for (let minute = 0; minute < 1440 || waiting.length > 0; minute++) {
    for (let due = minute < 1440 ? busy(minute) : 0; due > 0; due--) {
      if (random() < due) waiting.push({ atMinute: minute, priority: drawn(random) });
    }
    if (minute % everyMinutes !== 0) continue;
    const next = waiting.sort(order).shift();
    if (next) served.push({ ...next, waited: minute - next.atMinute });
  }
  return served;
}

/** A post in three minutes, twice as many for four hours around noon; one answered in three minutes: too few hands until the evening. */
const busyDay = (minute: number) => (minute > 600 && minute < 840 ? 2 : 0.9) / 3;
const everyMinutes = 3;
const most = (served: readonly Served[]) => Math.max(...served.map(({ waited }) => waited));
const pressing = (served: readonly Served[]) => served.filter(({ priority }) => priority >= 60);
const calmest = (served: readonly Served[]) => served.filter(({ priority }) => priority <= 10);

/** The longest that anything waits when the first come is the first served: what no order can better for all. */
const backlog = most(aDay((a, b) => a.atMinute - b.atMinute, busyDay, everyMinutes));

describe("a busy day in virtual time", () => {
  test.each([4, 5, 6, 7])("nobody waits longer than the backlog and the patience, the calmest neither (seed %i)", (seed) => {
    const served = aDay(byTurn, busyDay, everyMinutes, seed);
    expect(served.length).toBeGreaterThan(400);
    expect(most(served)).toBeLessThanOrEqual(backlog + patienceMinutes + 30);
  });

  test("nothing passes a post that came more than the patience before it", () => {
    const served = aDay(byTurn, busyDay, everyMinutes);
    for (const [place, post] of served.entries()) {
      const later = served.slice(0, place).filter(({ atMinute }) => atMinute > post.atMinute + patienceMinutes);
      expect(later).toEqual([]);
    }
  });

  test("pressing posts still go first: half of them wait no longer than a quarter of what the calmest do", () => {
    const served = aDay(byTurn, busyDay, everyMinutes);
    const middle = (posts: readonly Served[]) => posts.map(({ waited }) => waited).sort((a, b) => a - b)[Math.floor(posts.length / 2)] ?? 0;
    expect(middle(pressing(served))).toBeLessThanOrEqual(middle(calmest(served)) / 4);
  });

  test("by priority alone the calmest would starve", () => {
    const always = () => 1.1 / 3;
    const starved = most(calmest(aDay(byPriorityAlone, always, everyMinutes)));
    const bounded = most(calmest(aDay(byTurn, always, everyMinutes)));
    expect(starved).toBeGreaterThan(2 * bounded);
  });
});
