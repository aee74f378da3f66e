import type { Cue } from "./cues.ts";
import type { Table } from "./tables.ts";
import type { Token } from "./tokens.ts";

/** Mood of a post, -1..1, and the words that made it; `known` is false when no word did. */
export interface Mood {
  readonly value: number;
  readonly known: boolean;
  readonly good: string[];
  readonly bad: string[];
}

/** How far a negator reaches, in tokens, and what is left of the mood that it turns. */
const negationReach = 3;
const negated = -0.7;
const boosted = 1.35;
const drawnOut = 1.15;
const beforeTurn = 0.7;
const afterTurn = 1.3;
/** A cue that is repeated counts each time so much of the time before. */
const saidAgain = 0.5;
const perMark = 0.3;
const mostMarks = 3;
/** Sum of weights at which the mood is 0.71: the squashing x / sqrt(x² + a²) of Hutto and Gilbert, "VADER", ICWSM 2014. */
const squash = 3;

/** True when a negator stands before token `at`, with no stop between. */
export function isNegated(tokens: readonly Token[], at: number, tables: readonly Table[]): boolean {
  return negatorBefore(tokens, at, tables) >= 0;
}

/** Where the negator stands; -1 when there is none. */
function negatorBefore(tokens: readonly Token[], at: number, tables: readonly Table[]): number {
  for (let back = at - 1; back >= Math.max(0, at - negationReach); back--) {
    const token = tokens[back];
    if (!token || token.kind === "marks" || token.kind === "stop") return -1;
    if (tables.some((table) => table.negators.has(token.key))) return back;
  }
  return -1;
}

function lastTurn(tokens: readonly Token[], tables: readonly Table[]): number {
  return tokens.findLastIndex((token) => tables.some((table) => table.turns.has(token.key)));
}

/** A turned word as it is written, with what turns it: "good" is no reason to call a post unhappy, "not good" is one. */
function turnedWords(tokens: readonly Token[], from: number, to: number): string {
  const shown = tokens.slice(from, to).map((token) => token.shown);
  return shown.join(/\p{sc=Han}/u.test(shown.at(-1) ?? "") ? "" : " ");
}

/** Reads the mood from cues, with negation, emphasis and turns ("but") taken into account. */
export function moodOf(tokens: readonly Token[], cues: readonly Cue[], tables: readonly Table[]): Mood {
  const turn = lastTurn(tokens, tables);
  const allLoud = tokens.every((token) => token.kind !== "word" || token.isLoud);
  const good = new Set<string>();
  const bad = new Set<string>();
  const heard = new Map<string, number>();
  let sum = 0;
  for (const { weights, words, from, to } of cues) {
    if (weights.mood === undefined) continue;
    const times = heard.get(words) ?? 0;
    heard.set(words, times + 1);
    const [first, before] = [tokens[from], tokens[from - 1]];
    let weight = weights.mood * saidAgain ** times;
    if (before && tables.some((table) => table.boosters.has(before.key))) weight *= boosted;
    if (first?.isLoud && !allLoud) weight *= boosted;
    if (tokens.slice(from, to).some((token) => token.isLong)) weight *= drawnOut;
    const negator = negatorBefore(tokens, from, tables);
    if (negator >= 0) weight *= negated;
    if (turn >= 0) weight *= from < turn ? beforeTurn : afterTurn;
    (weight > 0 ? good : bad).add(negator >= 0 ? turnedWords(tokens, negator, to) : words);
    sum += weight;
  }
  const marks = tokens
    .filter((token) => token.kind === "marks" && /[!！]/u.test(token.key))
    .reduce((count, token) => count + token.key.length, 0);
  sum += Math.sign(sum) * perMark * Math.min(mostMarks, marks);
  return { value: sum / Math.hypot(sum, squash), known: good.size + bad.size > 0, good: [...good], bad: [...bad] };
}
