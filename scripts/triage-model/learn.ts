import { signCount } from "../../lib/triage/model/signs.ts";
import { seeded } from "../seeded.ts";
import type { HeadCorpus } from "./corpus.ts";
import type { Example } from "./examples.ts";
import type { HeadRecipe } from "./recipe.ts";
import { shuffle } from "./shuffle.ts";

/** A head's weights: by key then output, and by sign then output. */
export interface HeadWeights {
  readonly ofKeys: Float32Array;
  readonly ofSigns: Float32Array;
}

/** A post of the corpus with what a head should say of it. */
export interface Lesson {
  readonly at: number;
  readonly example: Example;
}

const signRate = 0.05;
const smallest = 1e-6;
/** The last pass learns at this share of the first one's rate. */
const lastRate = 0.2;

/** Raw scores of the outputs. */
export function rawScores(
  { places, pieces, wordValues, pieceValues, signs }: HeadCorpus,
  at: number,
  { ofKeys, ofSigns }: HeadWeights,
  into: Float64Array,
): Float64Array {
  const outputs = into.length;
  const known = places[at] ?? new Int32Array(0);
  const firstPiece = pieces[at] ?? 0;
  into.fill(0);
  for (let of = 0; of < known.length; of++) {
    const value = (of < firstPiece ? wordValues[at] : pieceValues[at]) ?? 0;
    const base = (known[of] ?? 0) * outputs;
    for (let output = 0; output < outputs; output++) into[output] = (into[output] ?? 0) + value * (ofKeys[base + output] ?? 0);
  }
  const seen = signs[at];
  for (let sign = 0; sign < signCount; sign++) {
    const value = seen?.[sign] ?? 0;
    if (value === 0) continue;
    for (let output = 0; output < outputs; output++) into[output] = (into[output] ?? 0) + value * (ofSigns[sign * outputs + output] ?? 0);
  }
  return into;
}

/** Scores to probabilities in place: of one class or none, or each by itself. */
function toProbabilities(scores: Float64Array, exclusive: boolean): void {
  let all = exclusive ? 1 : 0;
  for (let output = 0; output < scores.length; output++) {
    const raised = Math.exp(Math.min(30, scores[output] ?? 0));
    scores[output] = exclusive ? raised : raised / (1 + raised);
    all += raised;
  }
  if (exclusive) for (let output = 0; output < scores.length; output++) scores[output] = (scores[output] ?? 0) / all;
}

/** Logistic regression by AdaGrad (Duchi, Hazan, Singer, JMLR 2011), the same for the same seed. */
export function learn(whole: HeadCorpus, lessons: readonly Lesson[], head: HeadRecipe, seed: number): HeadWeights {
  let corpus = whole;
  const outputs = head.outputs.length;
  const weights: HeadWeights = {
    ofKeys: new Float32Array(corpus.keys.length * outputs).fill(begin),
    ofSigns: new Float32Array(signCount * outputs),
  };
  const squares: HeadWeights = {
    ofKeys: new Float32Array(weights.ofKeys.length).fill(smallest),
    ofSigns: new Float32Array(weights.ofSigns.length).fill(smallest),
  };
  const next = seeded(seed);
  const order = Int32Array.from(lessons.keys());
  const said = new Float64Array(outputs);
  for (let pass = 0; pass < head.passes; pass++) {
    if (pass === freePasses) {
      drop(weights, corpus.counts, head.most);
      corpus = withoutDropped(whole, lessons, weights.ofKeys, outputs);
    }
    shuffle(order, next);
    const slower = 1 - (pass / head.passes) * (1 - lastRate);
    for (const turn of order) {
      const lesson = lessons[turn];
      if (!lesson) continue;
      const { at, example } = lesson;
      rawScores(corpus, at, weights, said);
      toProbabilities(said, head.exclusive);
      for (let output = 0; output < outputs; output++)
        said[output] = example.weight * ((said[output] ?? 0) - (example.targets[output] ?? 0));
      correct(corpus, at, said, weights, squares, head.rate * slower, head.decay);
    }
  }
  return weights;
}

function correct(
  corpus: HeadCorpus,
  at: number,
  errors: Float64Array,
  weights: HeadWeights,
  squares: HeadWeights,
  rate: number,
  decay: number,
): void {
  const outputs = errors.length;
  const known = corpus.places[at] ?? new Int32Array(0);
  const firstPiece = corpus.pieces[at] ?? 0;
  const { ofKeys, ofSigns } = weights;
  for (let of = 0; of < known.length; of++) {
    const value = (of < firstPiece ? corpus.wordValues[at] : corpus.pieceValues[at]) ?? 0;
    const base = (known[of] ?? 0) * outputs;
    for (let output = 0; output < outputs; output++) {
      const place = base + output;
      const weight = ofKeys[place] ?? 0;
      if (weight === dropped) continue;
      const slope = (errors[output] ?? 0) * value + decay * weight;
      const square = (squares.ofKeys[place] ?? 0) + slope * slope;
      squares.ofKeys[place] = square;
      ofKeys[place] = weight - (rate * slope) / Math.sqrt(square);
    }
  }
  const seen = corpus.signs[at];
  for (let sign = 0; sign < signCount; sign++) {
    const value = seen?.[sign] ?? 0;
    if (value === 0) continue;
    for (let output = 0; output < outputs; output++) {
      const place = sign * outputs + output;
      const slope = (errors[output] ?? 0) * value;
      const square = (squares.ofSigns[place] ?? 0) + slope * slope;
      squares.ofSigns[place] = square;
      ofSigns[place] = (ofSigns[place] ?? 0) - (signRate * slope) / Math.sqrt(square);
    }
  }
}

/** After so many passes the weights that do least are dropped, and the others learn on without them. */
const freePasses = 2;
/** Weights begin a hair beside zero, so that exactly zero is a dropped one. */
const dropped = 0;
const begin = 1e-9;

/** Keeps the `most` weights that move the most posts the furthest. */
function drop({ ofKeys }: HeadWeights, counts: Uint16Array, most: number): void {
  const outputs = ofKeys.length / counts.length;
  const strengths = ofKeys.map((weight, place) => Math.abs(weight) * Math.sqrt(counts[Math.floor(place / outputs)] ?? 0));
  const mark = strengths.toSorted().at(-most - 1) ?? 0;
  for (let place = 0; place < ofKeys.length; place++) if ((strengths[place] ?? 0) <= mark) ofKeys[place] = dropped;
}

/** The posts of the lessons without the keys that say nothing for any output; what is left says the same, and a pass takes a fraction. */
function withoutDropped(corpus: HeadCorpus, lessons: readonly Lesson[], ofKeys: Float32Array, outputs: number): HeadCorpus {
  const isKept = Uint8Array.from(corpus.keys, (_, key) =>
    Number(ofKeys.subarray(key * outputs, (key + 1) * outputs).some((weight) => weight !== dropped)),
  );
  const places: Int32Array[] = [];
  const pieces = corpus.pieces.slice();
  for (const { at } of lessons) {
    if (places[at]) continue;
    const known = corpus.places[at] ?? new Int32Array(0);
    const kept = (part: Int32Array) => part.filter((key) => isKept[key] === 1);
    pieces[at] = kept(known.subarray(0, corpus.pieces[at])).length;
    places[at] = kept(known);
  }
  return { ...corpus, places, pieces };
}

const steps = 15;

/** Weights as the asset will have them: small ones gone, the others in whole steps. In place; returns the size of a step. */
export function coarsenWeights({ ofKeys }: HeadWeights, least: number): number {
  const sizes = Float32Array.from(ofKeys, Math.abs)
    .filter((size) => size >= least)
    .sort();
  const most = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  const step = Math.max(least, most / steps);
  for (let at = 0; at < ofKeys.length; at++) {
    const weight = ofKeys[at] ?? 0;
    ofKeys[at] = Math.abs(weight) < least ? 0 : step * Math.max(-127, Math.min(127, Math.round(weight / step)));
  }
  return step;
}
