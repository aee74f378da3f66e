import { fewestToTell, type PeriodFigures, type PostFigures, type Share } from "../../lib/schema/period-figures.ts";
import { type CountedPost, type FigureCounts, lostOf, plus, zero } from "./facts.ts";
import { percentileMs, type Times } from "./sketch.ts";

/** What was counted of some posts. */
export interface Sum {
  readonly counts: FigureCounts;
  readonly times: Times;
  /** Posts that wait for an answer and are younger than two hours, or a day: whether they get one in time is not known yet. */
  readonly under2h: number;
  readonly under24h: number;
}

export const nothing: Sum = { counts: zero, times: new Map(), under2h: 0, under24h: 0 };

/** Both together. */
export function bothSums(a: Sum, b: Sum): Sum {
  const times = new Map(a.times);
  for (const [bucket, count] of b.times) times.set(bucket, (times.get(bucket) ?? 0) + count);
  return { counts: plus(a.counts, b.counts), times, under2h: a.under2h + b.under2h, under24h: a.under24h + b.under24h };
}

/** A share of few is not told. */
const shareOf = (part: number, of: number): Share => ({ part, of, share: of < fewestToTell ? null : part / of });

/** How it went with these posts. */
export function postFigures({ counts, times, under2h, under24h }: Sum): PostFigures {
  const { seen, needed, claimed, answered, by_community, within_2h, within_24h } = counts;
  const percentile = (q: number) => (answered < fewestToTell ? null : percentileMs(times, q));
  return {
    ...{ seen, needed, claimed, answered },
    responseRate: shareOf(answered, needed),
    within2h: shareOf(within_2h, needed - under2h),
    within24h: shareOf(within_24h, needed - under24h),
    community: shareOf(by_community, answered),
    firstAnswer: { of: answered, medianMs: percentile(0.5), p90Ms: percentile(0.9) },
  };
}

/** What else is told of all posts of a period. */
export function furtherFigures({ counts }: Sum): Pick<PeriodFigures, "lost" | "claims" | "triage" | "quality"> {
  const { takes, given_back, ran_out, rightly_sent, wrongly_sent, missed } = counts;
  const { helpful, somewhat, no_help, found_wrong, thanked, still_broken } = counts;
  return {
    lost: lostOf(counts),
    claims: { taken: takes, givenBack: given_back, ranOut: ran_out },
    triage: { right: shareOf(rightly_sent, rightly_sent + wrongly_sent), missed },
    quality: { helpful, somewhat, no: no_help, wrong: found_wrong, thanks: thanked, stillBroken: still_broken },
  };
}

/** The day so many days later. */
export function dayAfter(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** One figure of each day, with those on which nothing was seen. */
export function daysOf(from: string, until: string, counts: ReadonlyMap<string, FigureCounts>): PeriodFigures["days"] {
  const days: PeriodFigures["days"] = [];
  for (let day = from; day <= until; day = dayAfter(day, 1)) {
    const { seen, needed, claimed, answered, within_2h, within_24h, by_community } = counts.get(day) ?? zero;
    days.push({ day, seen, needed, claimed, answered, within2h: within_2h, within24h: within_24h, byCommunity: by_community });
  }
  return days;
}

const hourMs = 3_600_000;
type Backlog = PeriodFigures["backlog"];

/** The backlog with these posts besides, all of which wait. */
export function backlogWith(backlog: Backlog, waiting: readonly CountedPost[], nowMs: number): Backlog {
  const { ages, ...sums } = backlog;
  const all = { ...sums, ages: { ...ages } };
  for (const { place, route, asked_at } of waiting) {
    all[place === "inWork" ? "inWork" : route === "community" ? "community" : "staff"] += 1;
    const hours = (nowMs - Date.parse(asked_at)) / hourMs;
    all.ages[hours < 2 ? "under2h" : hours < 24 ? "under24h" : hours < 7 * 24 ? "under7d" : "older"] += 1;
    if (all.oldestAt === null || asked_at < all.oldestAt) all.oldestAt = asked_at;
  }
  return all;
}
