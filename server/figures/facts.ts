import type { FigureDimension, Lost } from "../../lib/schema/period-figures.ts";
import type { Route } from "../../lib/schema/triage.ts";
import { timeBucket } from "./sketch.ts";

/** Where a post is, as its figures count it: where it was lost, or answered. */
type Place = keyof Lost | "answered";

/** What is counted of one post: no words, and nobody. `server/store/figure-posts.ts` says what each is. */
export interface CountedPost {
  readonly mention_id: string;
  /** When it was first seen, in the workspace's zone: as 2026-11-30, and the hour. */
  readonly day: string;
  readonly hour: number;
  readonly site: string;
  readonly language: string;
  readonly lists: readonly string[];
  readonly labels: readonly string[];
  readonly route: Route;
  readonly kind: string;
  readonly place: Place;
  /** When it was posted, as far as that is known. */
  readonly asked_at: string;
  /** From then to the first answer; null while nobody answered. */
  readonly answer_ms: number | null;
  readonly by_community: boolean;
  /** The answer on record that it began as. */
  readonly item: string | null;
  readonly takes: number;
  readonly given_back: number;
  readonly ran_out: number;
  readonly rightly_sent: number;
  readonly wrongly_sent: number;
  readonly missed: number;
  readonly look: "helpful" | "somewhat" | "no" | "wrong" | null;
  readonly thanked: boolean;
  readonly still_broken: boolean;
}

const hourMs = 3_600_000;

/** Where posts are that still need an answer: see `Lost`. */
const waitingPlaces = ["neverTaken", "inWork", "putDown"] as const satisfies readonly Place[];

/** Whether nobody answered yet who should. */
export const isWaiting = ({ place }: Pick<CountedPost, "place">): boolean => (waitingPlaces as readonly Place[]).includes(place);

/** What each place is called among the columns; `answered` has its own already. */
const placeColumns = {
  noAnswerExpected: "no_answer_expected",
  notAboutUs: "not_about_us",
  noAnswerNeeded: "no_answer_needed",
  alreadyAnswered: "already_answered",
  spam: "spam",
  ownPost: "own_post",
  merged: "merged",
  closedAtDesk: "closed_at_desk",
  otherwise: "otherwise",
  gone: "gone",
  neverTaken: "never_taken",
  inWork: "in_work",
  putDown: "put_down",
} as const satisfies Record<keyof Lost, string>;

/** What is added up of posts, in columns of these names. */
export const counted = [
  ...(["seen", "needed", "claimed", "answered", "by_community", "within_2h", "within_24h"] as const),
  ...(["takes", "given_back", "ran_out", "rightly_sent", "wrongly_sent", "missed"] as const),
  ...(["helpful", "somewhat", "no_help", "found_wrong", "thanked", "still_broken", "liked"] as const),
  ...Object.values(placeColumns),
] as const;
export type FigureCounts = { readonly [C in (typeof counted)[number]]: number };

/** The counts of `Lost` among these. */
export const lostOf = (counts: FigureCounts): Lost =>
  Object.fromEntries(Object.entries(placeColumns).map(([place, column]) => [place, counts[column]])) as Lost;

/** Nothing counted. */
export const zero = Object.fromEntries(counted.map((name) => [name, 0])) as FigureCounts;

/** Both together. */
export const plus = (a: FigureCounts, b: FigureCounts): FigureCounts =>
  Object.fromEntries(counted.map((name) => [name, a[name] + b[name]])) as FigureCounts;

/** What one post adds to each figure. */
export function countsOf(post: CountedPost): FigureCounts {
  const { place, answer_ms, look, thanked } = post;
  const isAnswered = place === "answered";
  const isNeeded = isAnswered || isWaiting(post);
  const within = (ms: number) => Number(isAnswered && answer_ms !== null && answer_ms <= ms);
  const { takes, given_back, ran_out, rightly_sent, wrongly_sent, missed } = post;
  return {
    ...zero,
    ...{ takes, given_back, ran_out, rightly_sent, wrongly_sent, missed },
    ...(isAnswered ? {} : { [placeColumns[place]]: 1 }),
    seen: 1,
    needed: Number(isNeeded),
    claimed: Number(isNeeded && place !== "neverTaken"),
    answered: Number(isAnswered),
    by_community: Number(isAnswered && post.by_community),
    within_2h: within(2 * hourMs),
    within_24h: within(24 * hourMs),
    helpful: Number(look === "helpful"),
    somewhat: Number(look === "somewhat"),
    no_help: Number(look === "no"),
    found_wrong: Number(look === "wrong"),
    thanked: Number(thanked),
    still_broken: Number(post.still_broken),
    liked: Number(thanked || look === "helpful"),
  };
}

/** By what roll-ups are told apart: the dimensions that are shown, everything together, and the answer on record. */
export type SumDimension = FigureDimension | "all" | "answer";

/** 1 is Monday. */
const weekdayOf = (day: string): string => String(new Date(`${day}T00:00:00Z`).getUTCDay() || 7);

/** The values that a post counts for. */
export function valuesOf(post: CountedPost): [SumDimension, string][] {
  const { day, hour, site, language, lists, labels, route, kind, item } = post;
  return [
    ["all", ""],
    ["site", site],
    ["language", language],
    ["route", route],
    ["kind", kind],
    ["hour", String(hour)],
    ["weekday", weekdayOf(day)],
    ...lists.map((list): [SumDimension, string] => ["list", list]),
    ...labels.map((label): [SumDimension, string] => ["label", label]),
    ...(item === null ? [] : [["answer", item] satisfies [SumDimension, string]]),
  ];
}

/** What changed for one value on one day. */
export interface FigureDelta {
  readonly day: string;
  readonly dimension: SumDimension;
  readonly value: string;
  readonly counts: Record<keyof FigureCounts, number>;
  /** Buckets of times to the first answer. */
  readonly times: Map<number, number>;
}

/** What changes where posts are counted anew: `known` as they were counted before. */
export function deltasOf(changes: Iterable<{ readonly fresh: CountedPost; readonly known: CountedPost | null }>): FigureDelta[] {
  const deltas = new Map<string, FigureDelta>();
  const add = (post: CountedPost, sign: 1 | -1) => {
    const own = Object.entries(countsOf(post)).filter(([, count]) => count !== 0) as [keyof FigureCounts, number][];
    const bucket = post.place === "answered" && post.answer_ms !== null ? timeBucket(post.answer_ms) : null;
    for (const [dimension, value] of valuesOf(post)) {
      const key = `${post.day} ${dimension} ${value}`;
      const delta = deltas.get(key) ?? { day: post.day, dimension, value, counts: { ...zero }, times: new Map() };
      deltas.set(key, delta);
      for (const [name, count] of own) delta.counts[name] += sign * count;
      if (bucket !== null) delta.times.set(bucket, (delta.times.get(bucket) ?? 0) + sign);
    }
  };
  for (const { fresh, known } of changes) {
    if (known) add(known, -1);
    add(fresh, 1);
  }
  return [...deltas.values()].filter(({ counts, times }) => counted.some((name) => counts[name] !== 0) || times.size > 0);
}
