import functionWords from "../../../assets/function-words.json" with { type: "json" };
import type { Hazard } from "../../schema/triage.ts";
import type { Mood } from "../mood.ts";
import type { ScoreFindings } from "../scores.ts";
import type { Table } from "../tables.ts";
import type { Token } from "../tokens.ts";
import type { Family, TriageModel } from "./asset.ts";
import { Features, wordFeatures } from "./features.ts";
import { addedBy, asSign, type Known, lookUp, probabilities, readList, scoresOfHead } from "./reading.ts";
import { readSigns, type SignName, signAt } from "./signs.ts";

/** What the model says of a post. */
export interface Judgement {
  readonly negative: number;
  readonly positive: number;
  /** Probabilities of what the language's family can tell, 0..1. */
  readonly anger: number | null;
  readonly complaint: number | null;
  readonly question: number | null;
  readonly request: number | null;
  readonly threat: number | null;
  /** Somebody waits for an answer. */
  readonly waits: number | null;
  /** By what it speaks of (`danger`: any of those in which somebody may come to harm); null where no head reads it. */
  readonly hazards: Readonly<Record<HazardOutput, number>> | null;
  readonly noises: Readonly<Record<NoiseOutput, number>> | null;
  /** The words that spoke most for it. */
  words(of: JudgedBy): string[];
  /** Those of them that a reader would accept as a reason: they alone move it visibly. */
  telling(of: JudgedBy): string[];
}
export type HazardOutput = "danger" | Exclude<Hazard, "none">;
export type NoiseOutput = "ad" | "giveaway" | "job" | "news" | "resale" | "bot";
type JudgedBy = "negative" | "positive" | "anger" | "complaint" | "question" | "request" | "threat" | "waits" | HazardOutput | NoiseOutput;

const restLanguages = new Set(["ar", "de", "es", "fr", "hi", "it", "pt"]);
const feeds: readonly (readonly [head: string, signs: readonly SignName[]])[] = [
  ["sentiment", ["negative", "positive"]],
  ["offence", ["offence"]],
  ["rage", ["rage"]],
];
const headOf: Readonly<Record<JudgedBy, string>> = {
  negative: "sentiment",
  positive: "sentiment",
  anger: "anger",
  complaint: "complaint",
  question: "act",
  request: "act",
  threat: "act",
  waits: "waits",
  ...{ danger: "danger", self_harm: "hazard", violence: "hazard", safety: "hazard", fraud: "hazard", legal: "hazard", leaving: "hazard" },
  ...{ ad: "noise", giveaway: "noise", job: "noise", news: "noise", resale: "noise", bot: "noise" },
};

/** The family that reads a language; null when none does. */
export function familyFor(model: TriageModel, lang: string): Family | null {
  return model.family(restLanguages.has(lang) ? "rest" : lang);
}

const words = new Features();

/** Judges a post in a language that the model reads; `pieces` are its tokens' pieces. */
export function judge(
  family: Family,
  post: {
    readonly lang: string;
    readonly tokens: readonly Token[];
    readonly tables: readonly Table[];
    readonly mood: Mood;
    readonly scores: ScoreFindings;
    readonly pieces: Features;
    readonly fold: TriageModel["fold"];
  },
): Judgement {
  const { tokens, tables, fold } = post;
  const variant = post.lang === "zh" ? scriptOf(tokens, fold) : post.lang;
  wordFeatures(tokens, tables, post.lang === "zh" ? fold : new Map(), words);
  const known = lookUp(family, words, post.pieces);
  const signs = readSigns(tokens, post.mood, post.scores);
  readList(family, tokens, tables, signs);
  const read = new Map<string, Float64Array>();
  const scored = (name: string): Float64Array | null => {
    const head = family.heads.get(name);
    const scores = head ? scoresOfHead(head, known, signs) : null;
    if (head && scores) read.set(name, probabilities(head, scores, variant));
    return scores;
  };
  for (const [name, names] of feeds) {
    const scores = scored(name);
    for (const [output, sign] of names.entries()) if (scores) signs[signAt[sign]] = asSign(scores[output] ?? 0);
  }
  for (const name of ["complaint", "act", "anger", "danger", "hazard", "waits", "noise"]) scored(name);
  const [negative = 0, positive = 0] = read.get("sentiment") ?? [];
  const of = (name: string, output = 0) => read.get(name)?.[output] ?? null;
  const all = <T extends string>(...names: string[]) => {
    const found = names.flatMap((name) => {
      const shares = read.get(name);
      return shares ? (family.heads.get(name)?.outputs ?? []).map((output, at) => [output, shares[at] ?? 0] as const) : [];
    });
    return found.length > 0 ? (Object.fromEntries(found) as Record<T, number>) : null;
  };
  const asked = new Map<JudgedBy, readonly Speaking[]>();
  const saying = (by: JudgedBy) => {
    const said = asked.get(by) ?? speaking(family, known, tokens, by);
    asked.set(by, said);
    return said;
  };
  return {
    ...{ waits: of("waits"), hazards: all<HazardOutput>("danger", "hazard"), noises: all<NoiseOutput>("noise") },
    ...{ negative, positive, anger: of("anger"), complaint: of("complaint") },
    ...{ question: of("act", 0), request: of("act", 1), threat: of("act", 2) },
    words: (by) =>
      saying(by)
        .filter(({ added }) => added >= leastAdded)
        .map(({ shown }) => shown),
    telling: (by) =>
      saying(by)
        .filter(({ added }) => added >= leastTelling)
        .map(({ shown }) => shown),
  };
}

/** Of a text's letters so many are of traditional writing alone; a stray one stands in simplified writing too. */
const traditionalShare = 0.1;

function scriptOf(tokens: readonly Token[], fold: TriageModel["fold"]): string {
  const traditional = tokens.filter(({ key }) => fold.has(key)).length;
  return traditional > traditionalShare * tokens.length ? "Hant" : "Hans";
}

const mostSpeaking = 3;
/** Of the strongest word's weight, so much must a word have. */
const leastShare = 0.55;
const leastAdded = 0.08;
/** In log-odds: better no reason than a wrong one. */
const leastTelling = 0.35;

/** Words of every sentence; they weigh, but tell a reader nothing. */
const functionWordsOfAll = new Set(Object.values(functionWords).flatMap((words) => words.split(" ")));

function tells({ kind, key }: Token): boolean {
  return kind === "emoji" || (kind === "word" && !functionWordsOfAll.has(key));
}

const unspaced = /^\p{sc=Han}$/u;

/** The word at a place; a character of Chinese with the neighbour that says more, since alone it is hardly a word and is not shown. */
function shownAt(tokens: readonly Token[], added: Float64Array, at: number): string {
  const here = tokens[at]?.shown ?? "";
  if (!unspaced.test(here)) return here;
  const neighbour = (place: number) => (unspaced.test(tokens[place]?.shown ?? "") ? (added[place] ?? 0) : Number.NEGATIVE_INFINITY);
  const [before, after] = [neighbour(at - 1), neighbour(at + 1)];
  if (before === after) return here;
  return before > after ? `${tokens[at - 1]?.shown}${here}` : `${here}${tokens[at + 1]?.shown}`;
}

/** A word that speaks for an output, and how much it adds in log-odds. */
interface Speaking {
  readonly shown: string;
  readonly added: number;
}

/** The words that add most, the first one most. */
function speaking(family: Family, known: Known, tokens: readonly Token[], by: JudgedBy): Speaking[] {
  const head = family.heads.get(headOf[by]);
  const output = head?.outputs.indexOf(by) ?? -1;
  if (!head || output < 0) return [];
  const added = addedBy(head, output, known, tokens.length);
  const strongest = [...tokens.entries()]
    .filter(([at, token]) => (added[at] ?? 0) >= leastAdded && tells(token))
    .sort(([a], [b]) => (added[b] ?? 0) - (added[a] ?? 0))
    .slice(0, mostSpeaking);
  const most = added[strongest[0]?.[0] ?? 0] ?? 0;
  return strongest
    .filter(([at]) => (added[at] ?? 0) >= leastShare * most)
    .map(([at]) => ({ shown: shownAt(tokens, added, at), added: added[at] ?? 0 }))
    .filter(({ shown }) => !unspaced.test(shown));
}
