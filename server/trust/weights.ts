import { grouped } from "../grouping.ts";
import { factorise, usualPenalties } from "./factors.ts";

/** One person's word on one answer. */
export interface RaterWord {
  readonly item: string;
  readonly author: string;
  readonly rater: string;
  readonly value: number;
}

/** How much a rater's words weigh, and why. */
export interface RaterWeight {
  /** 0..1 */
  readonly weight: number;
  /** Words that could be compared with those of others, and those that agreed. */
  readonly compared: number;
  readonly agreed: number;
}

/** Mean agreement from which on words weigh in full, and from which down they weigh least. */
const [fullFrom, leastFrom] = [0.62, 0.42];
/** Until there are many comparisons these, in full agreement with the first mark, count beside them: nobody loses weight by one disagreement. */
const assumed = 15;
/** Nobody's words are thrown away by what others think: a rater who is alone may be right. */
const leastWeight = 0.1;
/** How many words of others on the very answer what is known of its author's other answers weighs as much as. */
const authorCounts = 1;

const within = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);

/**
 * How much each rater's words weigh, by what others made of the same work. Few read the same answer, so the items of the factorisation are the authors,
 * all of whose answers together have words enough: an author's intercept is how good they are in the eyes of people who mostly disagree, and what only
 * friends or one camp like goes into the factors. The yardstick for a word is that intercept, worked out anew without this rater's words, and what others
 * said of the very answer. Who had nothing to be compared with weighs in full.
 */
export async function raterWeights(words: readonly RaterWord[]): Promise<ReadonlyMap<string, RaterWeight>> {
  const { mu, raters, items: authors } = await factorise(words.map(({ rater, author, value }) => ({ rater, item: author, value })));
  /** What of a word is the author's: neither the rater's leniency nor what the two have in common. */
  const rest = ({ rater, author, value }: RaterWord) => {
    const [by, of] = [raters.get(rater), authors.get(author)];
    return value - mu - (by?.intercept ?? 0) - (by?.factor ?? 0) * (of?.factor ?? 0);
  };
  const ridge = (usualPenalties.intercept * words.length) / Math.max(1, authors.size);
  const ofAuthor = new Map(
    [...grouped(words, ({ author }) => author)].map(([author, own]) => [author, { count: own.length, rest: sum(own.map(rest)) }]),
  );
  const ofItem = new Map(
    [...grouped(words, ({ item }) => item)].map(([item, own]) => [item, { count: own.length, value: sum(own.map(({ value }) => value)) }]),
  );
  const weightOf = (own: readonly RaterWord[]): RaterWeight => {
    let [compared, agreed, agreement] = [0, 0, 0];
    for (const [author, said] of grouped(own, (word) => word.author)) {
      const all = ofAuthor.get(author) ?? { count: 0, rest: 0 };
      const left = all.count - said.length;
      if (left === 0) continue;
      const standing = mu + (all.rest - sum(said.map(rest))) / (left + ridge);
      for (const { item, value } of said) {
        const here = ofItem.get(item) ?? { count: 1, value };
        const others = within((authorCounts * standing + here.value - value) / (authorCounts + here.count - 1), 0, 1);
        const apart = Math.abs(value - others);
        compared += 1;
        agreed += apart <= 0.5 ? 1 : 0;
        agreement += 1 - apart;
      }
    }
    const mean = (agreement + assumed * fullFrom) / (compared + assumed);
    return { weight: within((mean - leastFrom) / (fullFrom - leastFrom), leastWeight, 1), compared, agreed };
  };
  return new Map([...grouped(words, ({ rater }) => rater)].map(([rater, own]) => [rater, weightOf(own)]));
}
