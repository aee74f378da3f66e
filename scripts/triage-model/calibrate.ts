import type { Example } from "./examples.ts";
import type { Labelled } from "./metrics.ts";
import type { HeadRecipe } from "./recipe.ts";

/** Raw scores of a post that the head has not learnt from. */
export interface Unseen {
  readonly example: Example;
  readonly scores: Float64Array;
}

export interface HeadCalibration {
  readonly slopes: number[];
  readonly offsets: Record<string, number[]>;
}

const rounds = 100;

/** Slope and offset that make scores probabilities: Platt scaling by Newton's steps (Lin, Lin, Weng, Machine Learning 2007). */
export function platt(scores: readonly number[], truths: readonly number[]): { slope: number; offset: number } {
  let [slope, offset] = [1, 0];
  for (let round = 0; round < rounds; round++) {
    let [g1, g0, h11, h10, h00] = [0, 0, 1e-6, 0, 1e-6];
    for (const [at, score] of scores.entries()) {
      const said = 1 / (1 + Math.exp(-(slope * score + offset)));
      const error = said - (truths[at] ?? 0);
      const curve = said * (1 - said);
      g1 += error * score;
      g0 += error;
      h11 += curve * score * score;
      h10 += curve * score;
      h00 += curve;
    }
    const determinant = h11 * h00 - h10 * h10;
    if (!(determinant > 0)) break;
    slope -= (h00 * g1 - h10 * g0) / determinant;
    offset -= (h11 * g0 - h10 * g1) / determinant;
  }
  return { slope, offset };
}

/** The score from which on to say yes for the best F1. */
function bestF1From(scores: readonly number[], truths: readonly number[]): number {
  const sorted = scores.map((score, at) => [score, truths[at] ?? 0] as const).sort(([a], [b]) => b - a);
  const all = truths.reduce((sum, truth) => sum + truth, 0);
  let [right, best, mark] = [0, 0, 0];
  for (const [at, [score, truth]] of sorted.entries()) {
    right += truth;
    const f1 = (2 * right) / (all + at + 1);
    if (f1 > best) [best, mark] = [f1, (score + (sorted[at + 1]?.[0] ?? score)) / 2];
  }
  return mark;
}

/** The score that at most this share of what is not it reaches. */
function markAt(scores: readonly number[], truths: readonly number[], share: number): number {
  const wrong = scores.filter((_, at) => (truths[at] ?? 0) < 0.5).sort((a, b) => b - a);
  return (wrong[Math.floor(share * wrong.length)] ?? 0) + 1e-6;
}

const columnsOf = (head: HeadRecipe, unseen: readonly Unseen[], output: number): [scores: number[], truths: number[]] => [
  unseen.map((post) => post.scores[output] ?? 0),
  unseen.map(({ example }) => head.truth?.(example, output) ?? example.targets[output] ?? 0),
];

function separately(head: HeadRecipe, unseen: readonly Unseen[]): HeadCalibration {
  const slopes: number[] = [];
  const offsets: number[] = [];
  for (const output of head.outputs.keys()) {
    const [scores, truths] = columnsOf(head, unseen, output);
    const { slope, offset } = platt(scores, truths);
    slopes.push(slope);
    const mostWrong = head.mostWrong?.[output] ?? null;
    if (mostWrong !== null) {
      const counted = unseen.filter(({ example }) => head.wrongWhere?.(example) ?? true);
      offsets.push(-slope * markAt(...columnsOf(head, counted, output), mostWrong));
    } else offsets.push(head.bestF1 ? -slope * bestF1From(scores, truths) : offset);
  }
  return { slopes, offsets: { all: offsets } };
}

const span = { from: -1.6, to: 2.2, by: 0.1 } as const;
const grid = Array.from({ length: Math.round((span.to - span.from) / span.by) + 1 }, (_, at) => span.from + at * span.by);

/** The label that an exclusive head with offsets gives; `none` when there has to be one. */
function labelOf(scores: Float64Array, offsets: readonly number[], outputs: readonly string[], none: string | null): string {
  let [label, most] = [none ?? "", none === null ? Number.NEGATIVE_INFINITY : 0];
  for (const [output, name] of outputs.entries()) {
    const score = (scores[output] ?? 0) + (offsets[output] ?? 0);
    if (score > most) [label, most] = [name, score];
  }
  return label;
}

const truthOf = (head: HeadRecipe, { targets }: Example, none: string): string => head.outputs[targets.indexOf(1)] ?? none;

function together(head: HeadRecipe, unseen: readonly Unseen[]): HeadCalibration {
  // Scores by the margin are no log-odds yet.
  const slopes = [...head.outputs.keys()].map((output) => (head.margin ? platt(...columnsOf(head, unseen, output)).slope : 1));
  const offsets: Record<string, number[]> = { all: head.outputs.map(() => 0) };
  for (const { variant, sets } of head.choices ?? []) {
    const groups = sets.map(({ from, metric, weight = 1, isTwofold = false }) => ({
      metric,
      weight,
      isTwofold,
      posts: unseen
        .filter(({ example }) => from.includes(example.from) && !(isTwofold && example.targets.every((target) => target === 0)))
        .map(({ example, scores }) => ({
          truth: truthOf(head, example, "neutral"),
          scores: scores.map((score, output) => score * (slopes[output] ?? 1)),
        })),
    }));
    let best = Number.NEGATIVE_INFINITY;
    for (const first of grid) {
      for (const second of grid) {
        const figures = groups.map(({ metric, weight, isTwofold, posts }) => {
          const rows: Labelled[] = posts.map(({ truth, scores }) => ({
            truth,
            answer: labelOf(scores, [first, second], head.outputs, isTwofold ? null : "neutral"),
          }));
          return weight * metric(rows);
        });
        const figure = figures.reduce((sum, value) => sum + value, 0);
        if (figure > best) {
          best = figure;
          offsets[variant] = [first, second];
        }
      }
    }
  }
  return { slopes, offsets };
}

/** Fits what turns a head's scores into probabilities, on posts it has not learnt from. */
export function calibrate(head: HeadRecipe, unseen: readonly Unseen[]): HeadCalibration {
  return head.exclusive ? together(head, unseen) : separately(head, unseen);
}
