import { isNegated } from "../mood.ts";
import type { Table } from "../tables.ts";
import type { Token } from "../tokens.ts";
import type { Family, Head } from "./asset.ts";
import { type Features, wordKey } from "./features.ts";
import { placeOf } from "./key-table.ts";
import { signAt, signCount } from "./signs.ts";

/** How much all words and all pieces of a post weigh, whatever their number. */
export const groupWeights = { words: 1, pieces: 1 } as const;

/** Known features of a post: place in the family's keys and token; those of words first, then of pieces from `pieces` on. */
export interface Known {
  readonly places: Int32Array;
  readonly tokens: Int16Array;
  readonly pieces: number;
  readonly wordValue: number;
  readonly pieceValue: number;
}

/** What each feature of a group of so many weighs. */
export const weightEach = (group: keyof typeof groupWeights, size: number): number => groupWeights[group] / Math.sqrt(size + 1);

/** Looks the features up; `pieces` may be left out. */
export function lookUp({ keys }: Family, words: Features | null, pieces: Features): Known {
  const most = (words?.size ?? 0) + pieces.size;
  const places = new Int32Array(most);
  const tokens = new Int16Array(most);
  let end = 0;
  const add = (features: Features) => {
    for (let at = 0; at < features.size; at++) {
      const place = placeOf(keys, features.keys[at] ?? 0);
      if (place < 0) continue;
      places[end] = place;
      tokens[end++] = features.tokens[at] ?? 0;
    }
  };
  if (words) add(words);
  const firstPiece = end;
  add(pieces);
  return {
    places: places.subarray(0, end),
    tokens: tokens.subarray(0, end),
    pieces: firstPiece,
    wordValue: weightEach("words", words?.size ?? 0),
    pieceValue: weightEach("pieces", pieces.size),
  };
}

/** Raw scores of a head's outputs. */
export function scoresOfHead(head: Head, { places, pieces, wordValue, pieceValue }: Known, signs: Float64Array): Float64Array {
  return Float64Array.from(head.weights, (weights, output) => {
    let ofWords = 0;
    let ofPieces = 0;
    for (let at = 0; at < pieces; at++) ofWords += weights[places[at] ?? 0] ?? 0;
    for (let at = pieces; at < places.length; at++) ofPieces += weights[places[at] ?? 0] ?? 0;
    let sum = head.step * (ofWords * wordValue + ofPieces * pieceValue);
    for (let sign = 0; sign < signCount; sign++) sum += (head.signs[output * signCount + sign] ?? 0) * (signs[sign] ?? 0);
    return sum;
  });
}

/** Probabilities of a head's outputs as calibrated for a language or script. */
export function probabilities(head: Head, scores: Float64Array, variant: string): Float64Array {
  const offsets = head.offsets[variant] ?? head.offsets.all ?? [];
  const read = scores.map((score, output) => (head.slopes[output] ?? 1) * score + (offsets[output] ?? 0));
  if (!head.exclusive) return read.map((score) => 1 / (1 + Math.exp(-score)));
  const most = Math.max(0, ...read);
  const shares = read.map((score) => Math.exp(score - most));
  const all = shares.reduce((sum, share) => sum + share, Math.exp(-most));
  return shares.map((share) => share / all);
}

/** What each token adds to the log-odds of an output; positive speaks for it. */
export function addedBy(head: Head, output: number, known: Known, tokenCount: number): Float64Array {
  const added = new Float64Array(tokenCount);
  const weights = head.weights[output];
  const size = head.step * (head.slopes[output] ?? 1);
  for (let at = 0; at < known.places.length; at++) {
    const value = at < known.pieces ? known.wordValue : known.pieceValue;
    const token = known.tokens[at] ?? 0;
    added[token] = (added[token] ?? 0) + size * (weights?.[known.places[at] ?? 0] ?? 0) * value;
  }
  return added;
}

const listSteps = 127;
const turned = -0.7;

/** Puts what the family's word list says of the words into the signs; a turned word counts against itself. */
export function readList({ list, keys }: Family, tokens: readonly Token[], tables: readonly Table[], signs: Float64Array): void {
  if (list.length === 0) return;
  let [good, bad, best, worst] = [0, 0, 0, 0];
  const heard = new Set<string>();
  for (const [at, { kind, key }] of tokens.entries()) {
    if ((kind !== "word" && kind !== "emoji") || heard.has(key)) continue;
    const place = placeOf(keys, wordKey(key));
    const listed = place < 0 ? 0 : (list[place] ?? 0) / listSteps;
    if (listed === 0) continue;
    heard.add(key);
    const value = isNegated(tokens, at, tables) ? turned * listed : listed;
    if (value > 0) good += value;
    else bad -= value;
    best = Math.max(best, value);
    worst = Math.max(worst, -value);
  }
  signs[signAt.listGood] = good / Math.hypot(good, 1);
  signs[signAt.listBad] = bad / Math.hypot(bad, 1);
  signs[signAt.listBest] = best;
  signs[signAt.listWorst] = worst;
}

/** A raw score as a sign for the heads that follow. */
export const asSign = (score: number): number => Math.tanh(score / 3);
