import { type AlertChoices, isQuiet } from "../../lib/schema/alert-choices.ts";

// Whom to call: few, and the likeliest to answer first. docs/alerts.md says why, `npm run bench -- alerts` what it saves.

/** How many are called at once, at first and each time after `waveMs` without an answer; then nobody more is. */
export const waveSizes = [4, 8, 16, 32] as const;
export const waveMs = 5 * 60_000;
/** What began to wait longer ago than this calls nobody: it is found in the queue. */
export const calledWithinMs = waveMs * (waveSizes.length + 1);

/** Somebody who wants alerts, and may be called. */
export interface Reachable {
  readonly id: string;
  readonly role: string;
  readonly level: number;
  /** Primary tags of what they answer in; none: nobody knows, so anything. */
  readonly languages: readonly string[];
  readonly topics: readonly string[];
  readonly choices: AlertChoices;
  /** For each hour of the day (UTC) in how many they did something lately; null: nothing is known. */
  readonly hours: readonly number[] | null;
  /** How often they were called in the last hour and in the last day. */
  readonly calledInHour: number;
  readonly calledInDay: number;
  /** Posts that they hold, and may hold. */
  readonly held: number;
  readonly mayHold: number;
}

/** What somebody is wanted for. */
export interface Wanted {
  readonly kind: "post" | "review";
  /** Primary tag; null: nobody knows. */
  readonly language: string | null;
  readonly labels: readonly string[];
  /** Members who were called to it before, or have to do with it. */
  readonly except: ReadonlySet<string>;
}

const hourMs = 3_600_000;
/** How far somebody's habits speak against somebody of whom nothing is known, in hours of the day. */
const prior = 1;
const topicFactor = 2;
const levelFactor = 0.15;
/** From so many calls in a day on, somebody is half as likely to be called as who was not. */
const calmDay = 6;

/**
 * How likely somebody is there at this hour, against an hour of theirs picked by chance: above 1 in their usual hours, near 0 in those in which they never
 * were. The hours beside count half, as a day is not always the same and summer time moves it by one.
 */
export function thereNow(hours: readonly number[] | null, nowMs: number): number {
  if (hours === null) return 1;
  const hour = Math.floor(nowMs / hourMs) % 24;
  const at = (place: number) => hours[(place + 24) % 24] ?? 0;
  const mean = hours.reduce((sum, count) => sum + count, 0) / 24;
  return ((at(hour - 1) + 2 * at(hour) + at(hour + 1)) / 4 + prior) / (mean + prior);
}

/** Whether somebody may be called to it at all. */
function mayBeCalled(who: Reachable, { kind, language, except }: Wanted, nowMs: number): boolean {
  const { choices, languages } = who;
  if (except.has(who.id) || choices.off.includes(kind) || isQuiet(choices, nowMs) || who.calledInHour >= choices.perHour) return false;
  if (kind === "post" && who.held >= who.mayHold) return false;
  return language === null || languages.length === 0 || languages.includes(language);
}

/** How likely somebody answers first: there at this hour, knows the topic, is trusted further, and was not disturbed lately. */
function likelihood({ hours, topics, level, calledInHour, calledInDay }: Reachable, { labels }: Wanted, nowMs: number): number {
  const knows = labels.some((label) => topics.includes(label)) ? topicFactor : 1;
  const rested = (1 / (1 + calledInHour) ** 2) * (calmDay / (calmDay + calledInDay));
  return thereNow(hours, nowMs) * knows * (1 + levelFactor * level) * rested;
}

/**
 * Who is called in this wave, from 1; the likeliest first. `random` (0..1) decides among those who are as likely, so that it is not always the same.
 */
export function whomToCall(
  people: readonly Reachable[],
  wanted: Wanted,
  wave: number,
  nowMs: number,
  random: () => number,
): readonly Reachable[] {
  return people
    .filter((who) => mayBeCalled(who, wanted, nowMs))
    .map((who) => ({ who, score: likelihood(who, wanted, nowMs), chance: random() }))
    .sort((a, b) => b.score - a.score || a.chance - b.chance)
    .slice(0, waveSizes[wave - 1] ?? 0)
    .map(({ who }) => who);
}
