import * as v from "valibot";
import { Zone } from "./clock.ts";
import { Id } from "./keywords.ts";
import { longestLabel, mostCounted } from "./limits.ts";
import { Day, Timestamp } from "./timestamp.ts";

/** Over how many days of the workspace's calendar figures are asked for, today included; two years is all that is kept. */
export const figurePeriods = { week: 7, month: 30, quarter: 90, years: 730 } as const;
export const FigurePeriod = v.picklist(Object.keys(figurePeriods) as [keyof typeof figurePeriods, ...(keyof typeof figurePeriods)[]]);
export type FigurePeriod = v.InferOutput<typeof FigurePeriod>;

/** By what posts are told apart. `hour` and `weekday` (1 is Monday) are of when a post was first seen, in the workspace's zone. */
export const figureDimensions = ["site", "language", "list", "label", "route", "kind", "hour", "weekday"] as const;
export const FigureDimension = v.picklist(figureDimensions);
export type FigureDimension = v.InferOutput<typeof FigureDimension>;

/** A share or a percentile of fewer is not told: it would mean nothing. The counts are. */
export const fewestToTell = 10;

/** How far a percentile of the time to the first answer may be from the exact one, as a part of it. */
export const percentileError = 0.01;

/** How many values of a dimension are told, those with most posts; the rest is counted together. */
export const mostValues = 50;
export const mostTopAnswers = 20;

/** What is published of how brands answer, to draw beside one's own figures; the sources are named in docs/figures.md. */
export const publishedLines = {
  /** Of the questions to large brands, the share that was answered. */
  answered: 0.14,
  /** Of complaints, the share that was answered within a day. */
  complaintsWithin24h: 0.4,
  /** Of those who ask, the share that expects an answer within two hours: more than half. */
  expectWithin2h: 0.5,
} as const;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** `part` of `of` posts. */
export const Share = v.object({
  part: Count,
  of: Count,
  /** 0 to 1; null where `of` is less than `fewestToTell`. */
  share: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
});
export type Share = v.InferOutput<typeof Share>;

/** Times from a post to its first answer; null where fewer than `fewestToTell` were answered. */
const FirstAnswer = v.object({ of: Count, medianMs: v.nullable(Count), p90Ms: v.nullable(Count) });

const funnel = {
  /** Posts that were first seen in the period. */
  seen: Count,
  /** Of these, those that asked for an answer: see docs/figures.md. */
  needed: Count,
  /** Of these, those that somebody took, or answered without. */
  claimed: Count,
  /** Of these, those that were answered, by whomever. */
  answered: Count,
};

/** How it went with posts. */
export const PostFigures = v.object({
  ...funnel,
  /** `answered` of `needed`. */
  responseRate: Share,
  /** Of those that needed an answer and are old enough to tell: answered within two hours, within a day. */
  within2h: Share,
  within24h: Share,
  /** Of the answered: by the community, not by who speaks for the brand. */
  community: Share,
  firstAnswer: FirstAnswer,
});
export type PostFigures = v.InferOutput<typeof PostFigures>;

/** Where posts are lost. The first ones make up the difference of seen and needed, the last three that of needed and answered. */
export const Lost = v.object({
  /** Nobody waits for an answer, by triage. */
  noAnswerExpected: Count,
  /** Set aside, and why. */
  notAboutUs: Count,
  noAnswerNeeded: Count,
  alreadyAnswered: Count,
  spam: Count,
  /** Of the brand's own accounts. */
  ownPost: Count,
  /** As the same as another. */
  merged: Count,
  /** Closed at the help desk. */
  closedAtDesk: Count,
  /** For a reason that this version does not know. */
  otherwise: Count,
  /** Deleted on the site before anybody answered. */
  gone: Count,
  /** Nobody took it. */
  neverTaken: Count,
  /** Somebody is on it. */
  inWork: Count,
  /** It was taken, and waits again. */
  putDown: Count,
});
export type Lost = v.InferOutput<typeof Lost>;

/** What waits now, whenever it was seen: of posts that need an answer and have none. */
const Backlog = v.object({
  community: Count,
  staff: Count,
  /** Somebody is on it. */
  inWork: Count,
  /** How old they are, from the time of the post: up to two hours, a day, a week, and beyond. */
  ages: v.object({ under2h: Count, under24h: Count, under7d: Count, older: Count }),
  /** When the oldest was posted. */
  oldestAt: v.nullable(Timestamp),
});

const DayFigures = v.object({ day: Day, ...funnel, within2h: Count, within24h: Count, byCommunity: Count });

const ValueFigures = v.object({
  /** The site, language (BCP 47, or `unknown`), route, kind; id of the list; the label; hour 0 to 23; weekday 1 to 7. */
  key: v.pipe(v.string(), v.maxLength(longestLabel)),
  /** What people call it where `key` is an id: the list's name; null where it has none any more, and elsewhere. */
  name: v.nullable(v.pipe(v.string(), v.maxLength(longestLabel))),
  ...PostFigures.entries,
});

const TopAnswer = v.object({
  itemId: Id,
  /** Null where it is on record no more. */
  title: v.nullable(v.pipe(v.string(), v.maxLength(longestLabel))),
  /** In how many published answers it was used. */
  used: Count,
  /** For how many of these their author gave thanks, or a second look found it helpful. */
  liked: Count,
});

export const PeriodQuery = v.strictObject({ period: FigurePeriod, by: v.nullable(FigureDimension) });
export type PeriodQuery = v.InferOutput<typeof PeriodQuery>;

/** The figures of a period: of posts by when they were first seen, however late they were answered. Nobody's words and nobody's name. */
export const PeriodFigures = v.object({
  /** IANA name of the zone whose days these are. */
  zone: Zone,
  /** First and last day; the last is today. */
  from: Day,
  until: Day,
  /** Of when they are. */
  at: Timestamp,
  now: PostFigures,
  /** The same of as many days before; null where that is not kept. */
  before: v.nullable(PostFigures),
  /** Every day of the period, also those without posts. */
  days: v.pipe(v.array(DayFigures), v.maxLength(figurePeriods.years)),
  lost: Lost,
  backlog: Backlog,
  /** How often posts were taken, given back, and lost because a lease ran out; of posts seen in the period. */
  claims: v.object({ taken: Count, givenBack: Count, ranOut: Count }),
  /** What staff found of posts that triage sent to them, or should have; `right` of those it sent. */
  triage: v.object({ right: Share, missed: Count }),
  /** What second looks found of answers, and what authors wrote below them. */
  quality: v.object({ helpful: Count, somewhat: Count, no: Count, wrong: Count, thanks: Count, stillBroken: Count }),
  topAnswers: v.pipe(v.array(TopAnswer), v.maxLength(mostTopAnswers)),
  /** By the dimension that was asked for, most posts first (hours and weekdays in their order); null where none was. */
  by: v.nullable(
    v.object({
      dimension: FigureDimension,
      values: v.pipe(v.array(ValueFigures), v.maxLength(mostValues)),
      /** How many more values there are, and their posts: a post with two labels is counted for both. */
      left: v.object({ values: Count, seen: Count }),
    }),
  ),
});
export type PeriodFigures = v.InferOutput<typeof PeriodFigures>;
