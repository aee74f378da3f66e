import { signCount } from "../../lib/triage/model/signs.ts";
import { seeded } from "../seeded.ts";
import type { HeadCorpus } from "./corpus.ts";
import type { HeadWeights, Lesson } from "./learn.ts";
import type { HeadRecipe } from "./recipe.ts";
import { shuffle } from "./shuffle.ts";

/** How a head of few posts learns. */
export interface Margin {
  /** What a post on the wrong side costs, beside the size of the weights. */
  readonly cost: number;
  /** How much the signs weigh beside words and pieces. */
  readonly signs: number;
}

const keyScale = 0.2;
const fewestPosts = 2;

/** One side of a post: a target between 0 and 1 is a post on both sides, each for its share. */
interface Pull {
  readonly at: number;
  readonly towards: 1 | -1;
  readonly slack: number;
}

/** Both outcomes weigh the same in all, however rare one is. */
function pullsOf(lessons: readonly Lesson[], output: number, cost: number): Pull[] {
  const shares = lessons.map(({ example: { targets, weight } }) => {
    const target = targets[output] ?? 0;
    return [weight * target, weight * (1 - target)] as const;
  });
  const [yes, no] = shares.reduce(([a, b], [c, d]) => [a + c, b + d], [0, 0]);
  return lessons.flatMap(({ at }, place) =>
    ([1, -1] as const).flatMap((towards, side): Pull[] => {
      const share = shares[place]?.[side] ?? 0;
      const balanced = (cost * share * (yes + no)) / (2 * (side === 0 ? yes : no));
      return share > 0 ? [{ at, towards, slack: 1 / (2 * balanced) }] : [];
    }),
  );
}

/** Rare keys count for more: the inverse document frequency over the posts learnt from; 0 of keys that too few of them hold. */
function rarities({ keys, places }: HeadCorpus, lessons: readonly Lesson[]): Float32Array {
  const seen = new Uint32Array(keys.length);
  for (const { at } of lessons) for (const key of places[at] ?? []) seen[key] = (seen[key] ?? 0) + 1;
  return Float32Array.from(seen, (posts) => (posts < fewestPosts ? 0 : keyScale * (1 + Math.log((1 + lessons.length) / (1 + posts)))));
}

/** Posts by what counts in them, one behind the other in two arrays: their keys, then their signs as keys behind all others. */
interface Rows {
  /** Where each post of the corpus begins and ends, by its place there. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly keys: Int32Array;
  readonly values: Float64Array;
  readonly width: number;
}

/** `scales` says how much each key counts; `signs`, how much a sign. */
function rowsOf(
  { places, pieces, wordValues, pieceValues, signs: seen }: HeadCorpus,
  lessons: readonly Lesson[],
  scales: Float32Array,
  signs: number,
): Rows {
  const size = lessons.reduce((sum, { at }) => sum + (places[at]?.length ?? 0) + signCount, 0);
  const [keys, values] = [new Int32Array(size), new Float64Array(size)];
  const [from, to] = [new Int32Array(places.length), new Int32Array(places.length)];
  let end = 0;
  const add = (key: number, value: number) => {
    if (value === 0) return;
    keys[end] = key;
    values[end++] = value;
  };
  for (const { at } of lessons) {
    if (to[at] !== 0) continue;
    from[at] = end;
    const known = places[at] ?? new Int32Array(0);
    for (let of = 0; of < known.length; of++) {
      const key = known[of] ?? 0;
      add(key, ((of < (pieces[at] ?? 0) ? wordValues[at] : pieceValues[at]) ?? 0) * (scales[key] ?? 0));
    }
    for (let sign = 0; sign < signCount; sign++) add(scales.length + sign, signs * (seen[at]?.[sign] ?? 0));
    to[at] = end;
  }
  return { from, to, keys, values, width: scales.length + signCount };
}

/** The rows with only the keys that are marked, and the signs. */
function narrowed({ from, to, keys, values, width }: Rows, kept: Uint8Array): Rows {
  const [fewer, less] = [new Int32Array(keys.length), new Float64Array(values.length)];
  const [newFrom, newTo] = [new Int32Array(from.length), new Int32Array(to.length)];
  let end = 0;
  for (let at = 0; at < from.length; at++) {
    newFrom[at] = end;
    for (let of = from[at] ?? 0; of < (to[at] ?? 0); of++) {
      const key = keys[of] ?? 0;
      if (key < kept.length && kept[key] === 0) continue;
      fewer[end] = key;
      less[end++] = values[of] ?? 0;
    }
    newTo[at] = end;
  }
  return { from: newFrom, to: newTo, keys: fewer, values: less, width };
}

/**
 * A linear support vector machine with squared errors, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan, ICML 2008), the
 * same for the same seed: a weight for each key of the rows.
 */
function solve({ from, to, keys, values, width }: Rows, pulls: readonly Pull[], passes: number, seed: number): Float64Array {
  const weights = new Float64Array(width);
  const held = new Float64Array(pulls.length);
  const lengths = Float64Array.from(pulls, ({ at }) => {
    let length = 0;
    for (let of = from[at] ?? 0; of < (to[at] ?? 0); of++) length += (values[of] ?? 0) ** 2;
    return length;
  });
  const next = seeded(seed);
  const order = Int32Array.from(pulls.keys());
  for (let pass = 0; pass < passes; pass++) {
    shuffle(order, next);
    for (const turn of order) {
      const pull = pulls[turn];
      if (!pull) continue;
      const [start, end] = [from[pull.at] ?? 0, to[pull.at] ?? 0];
      let said = 0;
      for (let of = start; of < end; of++) said += (values[of] ?? 0) * (weights[keys[of] ?? 0] ?? 0);
      const before = held[turn] ?? 0;
      const slope = pull.towards * said - 1 + pull.slack * before;
      const now = Math.max(0, before - slope / ((lengths[turn] ?? 0) + pull.slack));
      if (now === before) continue;
      held[turn] = now;
      const step = pull.towards * (now - before);
      for (let of = start; of < end; of++) {
        const key = keys[of] ?? 0;
        weights[key] = (weights[key] ?? 0) + step * (values[of] ?? 0);
      }
    }
  }
  return weights;
}

/** Marks the `most` weights that are furthest from zero; null when there are no more. */
function strongest(weights: Float64Array, most: number): Uint8Array | null {
  const mark =
    weights
      .map(Math.abs)
      .sort()
      .at(-most - 1) ?? 0;
  return mark === 0 ? null : Uint8Array.from(weights, (weight) => Number(Math.abs(weight) > mark));
}

/** Learns each output by itself. It does better than logistic regression by AdaGrad where posts are few and one outcome is rare. */
export function learnByMargin(
  corpus: HeadCorpus,
  lessons: readonly Lesson[],
  head: HeadRecipe,
  { cost, signs }: Margin,
  seed: number,
): HeadWeights {
  const outputs = head.outputs.length;
  const weights: HeadWeights = {
    ofKeys: new Float32Array(corpus.keys.length * outputs),
    ofSigns: new Float32Array(signCount * outputs),
  };
  const scales = rarities(corpus, lessons);
  const rows = rowsOf(corpus, lessons, scales, signs);
  for (const output of head.outputs.keys()) {
    const pulls = pullsOf(lessons, output, cost);
    const whole = solve(rows, pulls, head.passes, seed);
    const kept = strongest(
      Float64Array.from(scales, (scale, key) => (whole[key] ?? 0) * scale),
      Math.floor(head.most / outputs),
    );
    // What is left learns again to do without the rest.
    const solved = kept ? solve(narrowed(rows, kept), pulls, head.passes, seed) : whole;
    for (const [key, scale] of scales.entries()) weights.ofKeys[key * outputs + output] = (solved[key] ?? 0) * scale;
    for (let sign = 0; sign < signCount; sign++) weights.ofSigns[sign * outputs + output] = signs * (solved[scales.length + sign] ?? 0);
  }
  return weights;
}
