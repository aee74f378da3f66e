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

/**
 * A linear support vector machine with squared errors, by dual coordinate descent (Hsieh, Chang, Lin, Keerthi, Sundararajan, ICML 2008), the
 * same for the same seed. `scales` says how much each key counts.
 */
function solve(corpus: HeadCorpus, pulls: readonly Pull[], scales: Float32Array, head: HeadRecipe, signs: number, seed: number) {
  const ofKeys = new Float64Array(scales.length);
  const ofSigns = new Float64Array(signCount);
  const held = new Float64Array(pulls.length);
  const valueAt = (at: number, of: number) => (of < (corpus.pieces[at] ?? 0) ? corpus.wordValues[at] : corpus.pieceValues[at]) ?? 0;
  const lengths = pulls.map(({ at }) => {
    const ofWords = (corpus.places[at] ?? new Int32Array(0)).reduce((sum, key, of) => sum + (valueAt(at, of) * (scales[key] ?? 0)) ** 2, 0);
    return (corpus.signs[at] ?? new Float64Array(0)).reduce((sum, sign) => sum + (signs * sign) ** 2, ofWords);
  });
  const next = seeded(seed);
  const order = Int32Array.from(pulls.keys());
  for (let pass = 0; pass < head.passes; pass++) {
    shuffle(order, next);
    for (const turn of order) {
      const pull = pulls[turn];
      if (!pull) continue;
      const known = corpus.places[pull.at] ?? new Int32Array(0);
      const seen = corpus.signs[pull.at] ?? new Float64Array(signCount);
      let said = 0;
      for (let of = 0; of < known.length; of++) {
        const key = known[of] ?? 0;
        said += valueAt(pull.at, of) * (scales[key] ?? 0) * (ofKeys[key] ?? 0);
      }
      for (let sign = 0; sign < signCount; sign++) said += signs * (seen[sign] ?? 0) * (ofSigns[sign] ?? 0);
      const before = held[turn] ?? 0;
      const slope = pull.towards * said - 1 + pull.slack * before;
      const now = Math.max(0, before - slope / ((lengths[turn] ?? 0) + pull.slack));
      if (now === before) continue;
      held[turn] = now;
      const step = pull.towards * (now - before);
      for (let of = 0; of < known.length; of++) {
        const key = known[of] ?? 0;
        ofKeys[key] = (ofKeys[key] ?? 0) + step * valueAt(pull.at, of) * (scales[key] ?? 0);
      }
      for (let sign = 0; sign < signCount; sign++) ofSigns[sign] = (ofSigns[sign] ?? 0) + step * signs * (seen[sign] ?? 0);
    }
  }
  return { ofKeys: ofKeys.map((weight, key) => weight * (scales[key] ?? 0)), ofSigns: ofSigns.map((weight) => weight * signs) };
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
  for (const output of head.outputs.keys()) {
    const pulls = pullsOf(lessons, output, cost);
    const most = Math.floor(head.most / outputs);
    const whole = solve(corpus, pulls, scales, head, signs, seed);
    const kept = strongest(whole.ofKeys, most);
    // What is left learns again to do without the rest.
    const { ofKeys, ofSigns } = kept
      ? solve(
          corpus,
          pulls,
          scales.map((scale, key) => (kept[key] ? scale : 0)),
          head,
          signs,
          seed,
        )
      : whole;
    for (const [key, weight] of ofKeys.entries()) if (weight !== 0) weights.ofKeys[key * outputs + output] = weight;
    for (const [sign, weight] of ofSigns.entries()) weights.ofSigns[sign * outputs + output] = weight;
  }
  return weights;
}
