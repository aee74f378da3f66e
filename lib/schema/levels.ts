/** How many rated answers count, in days back from now; how long a level is kept after its mark was lost, in days. */
export const evidenceDays = 100;
export const graceDays = 14;

/** Share of its mark below which a level begins to fall: above it, one bad answer moves nobody up and down. */
const keptShare = 0.9;
/** For 95 % certainty. */
const z = 1.96;
const dayMs = 24 * 60 * 60_000;

/** What others found of somebody's work lately. */
export interface RatedWork {
  /** Answers that count as rated, and what was good of them: one found somewhat helpful counts as half. Both may be fractions, as raters weigh. */
  readonly rated: number;
  readonly good: number;
  /** Different people who rated. */
  readonly raters: number;
  /** Whole days since the first of these answers was rated. */
  readonly days: number;
}

export const noRatedWork: RatedWork = { rated: 0, good: 0, raters: 0, days: 0 };

/** What a level asks for; `bound` is of `lowerBound`. */
interface LevelMark {
  readonly level: 1 | 2 | 3;
  readonly bound: number;
  readonly rated: number;
  readonly raters: number;
  readonly days: number;
}

const levelMarks: readonly LevelMark[] = [
  { level: 1, bound: 0.34, rated: 2, raters: 2, days: 1 },
  { level: 2, bound: 0.6, rated: 10, raters: 4, days: 7 },
  { level: 3, bound: 0.7, rated: 18, raters: 6, days: 30 },
];
const markOf = (level: number): LevelMark | undefined => levelMarks.find((mark) => mark.level === level);

/**
 * Lower bound of Wilson's interval (1927) for the share of good answers, 0..1: how good somebody is at least, as far as so few answers tell. 2 of 2 give
 * .342, 18 of 20 .699, 45 of 50 .786.
 */
export function lowerBound({ good, rated }: Pick<RatedWork, "good" | "rated">): number {
  if (rated <= 0) return 0;
  const share = good / rated;
  const spread = z * Math.sqrt((share * (1 - share)) / rated + (z * z) / (4 * rated * rated));
  return Math.max(0, (share + (z * z) / (2 * rated) - spread) / (1 + (z * z) / rated));
}

/** Rounding: a weight of thirds must not miss a mark by the last digit. */
const slack = 1e-9;
const meets = (evidence: RatedWork, { bound, rated, raters, days }: LevelMark): boolean =>
  lowerBound(evidence) >= bound - slack && evidence.rated >= rated - slack && evidence.raters >= raters && evidence.days >= days;

/** The highest level whose mark this evidence meets; 0 when it meets none. */
export function levelBy(evidence: RatedWork): number {
  return Math.max(0, ...levelMarks.filter((mark) => meets(evidence, mark)).map(({ level }) => level));
}

/** Whether somebody who has this level keeps it. Silence takes nobody below 1: there must be answers that were not good. */
export function keepsLevel(evidence: RatedWork, level: number): boolean {
  const mark = markOf(level);
  if (mark === undefined) return true;
  if (level === 1 && evidence.rated < mark.rated - slack) return true;
  return lowerBound(evidence) >= keptShare * mark.bound - slack;
}

/** How a member stands with their level. */
export interface LevelState {
  readonly level: number;
  /** Since when the evidence is below what the level asks for; null while it is not. */
  readonly falteringSince: Date | null;
}

/** When a level falls unless it is earned again. */
export const fallsAt = (since: Date): Date => new Date(since.getTime() + graceDays * dayMs);

/** The state after looking at the evidence: up at once and as far as it reaches, down by one after the days of grace. */
export function nextLevelState({ level, falteringSince }: LevelState, evidence: RatedWork, now: Date): LevelState {
  const earned = levelBy(evidence);
  if (earned >= level) return { level: earned, falteringSince: null };
  if (keepsLevel(evidence, level)) return { level, falteringSince: null };
  const since = falteringSince ?? now;
  return fallsAt(since) <= now ? { level: level - 1, falteringSince: null } : { level, falteringSince: since };
}

/** What somebody lacks for a level: further good answers, further raters, days. Each 0 where there are enough. */
export interface LevelNeeds {
  readonly level: 1 | 2 | 3;
  readonly answers: number;
  readonly raters: number;
  readonly days: number;
}

/** Enough for any evidence that a hundred days hold; the search below ends there. */
const mostAnswers = 1_000;

/** How many further answers, all good, lead to the mark. */
function answersTo(evidence: RatedWork, { bound, rated }: LevelMark): number {
  let more = Math.max(0, Math.ceil(rated - evidence.rated - slack));
  const reaches = () => lowerBound({ good: evidence.good + more, rated: evidence.rated + more }) >= bound - slack;
  while (more < mostAnswers && !reaches()) more += 1;
  return more;
}

/** The way to a level; null for one that nobody earns (there is none above 3). */
export function needsFor(evidence: RatedWork, level: number): LevelNeeds | null {
  const mark = markOf(level);
  if (mark === undefined) return null;
  return {
    level: mark.level,
    answers: answersTo(evidence, mark),
    raters: Math.max(0, mark.raters - evidence.raters),
    days: Math.max(0, mark.days - evidence.days),
  };
}

/** How much of the way to a level is gone, 0..1: as much as of what is most behind; 1 where nothing is missing. */
export function wayTo(evidence: RatedWork, level: number): number {
  const needs = needsFor(evidence, level);
  if (needs === null) return 1;
  const share = (has: number, more: number) => (more === 0 ? 1 : has / (has + more));
  return Math.min(share(evidence.rated, needs.answers), share(evidence.raters, needs.raters), share(evidence.days, needs.days));
}
