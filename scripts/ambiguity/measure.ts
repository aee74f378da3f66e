import { fitModel, groupBy, type LabelledName, type Model, predict } from "./learner.ts";

/** A mention, judged by a model that has never seen its name. */
export interface Judged<T> {
  item: T;
  isBrand: boolean;
  brand: number;
}

const strengths = [5, 20, 60];

/** Numbers in [0, 1) from a seed (Lehmer). */
export function randomFrom(seed: number): () => number {
  let state = (seed * 7919) % 2147483647 || 1;
  return () => {
    state = (state * 48271) % 2147483647;
    return (state - 1) / 2147483646;
  };
}

/** Deals the names of `items` out to `folds` groups at random. */
function deal<T extends { name: string }>(items: T[], folds: number, random: () => number): T[][] {
  const names = [...new Set(items.map(({ name }) => name))].sort().map((name) => ({ name, key: random() }));
  const order = new Map(names.sort((a, b) => a.key - b.key).map(({ name }, i) => [name, i % folds]));
  return Array.from({ length: folds }, (_, fold) => items.filter(({ name }) => order.get(name) === fold));
}

type Item = LabelledName & { mayTeach: boolean };

/** Cross-validation with names left out; how strongly to hold on to the prior is chosen within each training part. */
export function leaveNamesOut<T extends Item>(items: T[], random: () => number): Judged<T>[] {
  return deal(items, 10, random).flatMap((held) => {
    const names = new Set(held.map(({ name }) => name));
    const school = items.filter(({ name, mayTeach }) => mayTeach && !names.has(name));
    const model = fitModel(school, chooseStrength(school, random));
    return held.map((item) => ({ item, isBrand: item.isBrand, brand: predict(model, item.evidence) }));
  });
}

/** The precision of the prior with the least log loss on names left out of `school`. */
export function chooseStrength<T extends Item>(school: T[], random: () => number): number {
  const parts = deal(school, 4, random);
  const loss = (strength: number) =>
    parts.reduce((sum, part) => {
      const model = fitModel(
        school.filter((item) => !part.includes(item)),
        strength,
      );
      return sum + balancedLoss(model, part);
    }, 0);
  return strengths.map((strength) => ({ strength, loss: loss(strength) })).sort((a, b) => a.loss - b.loss)[0]?.strength ?? 20;
}

function balancedLoss(model: Model, part: LabelledName[]): number {
  const mean = (isBrand: boolean) => {
    const some = part.filter((example) => example.isBrand === isBrand);
    const losses = some.map(({ evidence }) => -Math.log(Math.max(1e-9, isBrand ? predict(model, evidence) : 1 - predict(model, evidence))));
    return losses.reduce((sum, one) => sum + one, 0) / (some.length || 1);
  };
  return mean(true) + mean(false);
}

/** Macro-F1 (0..100) of "the company" and "the word" at even odds. */
export function evenMacroF1(judged: readonly { isBrand: boolean; brand: number }[]): number {
  const count = (isBrand: boolean, said: boolean) => judged.filter((one) => one.isBrand === isBrand && one.brand >= 0.5 === said).length;
  const wrong = count(true, false) + count(false, true);
  const f1 = (right: number) => (2 * right) / (2 * right + wrong || 1);
  return 50 * (f1(count(true, true)) + f1(count(false, false)));
}

/** Share (0..100) that is judged right. */
export function rightShare(judged: readonly { isBrand: boolean; brand: number }[]): number {
  return (100 * judged.filter(({ isBrand, brand }) => isBrand === brand >= 0.5).length) / judged.length;
}

/** Area under the ROC curve: the chance that a company scores above a word. */
export function area(judged: readonly { isBrand: boolean; brand: number }[]): number {
  const [brands, words] = [judged.filter(({ isBrand }) => isBrand), judged.filter(({ isBrand }) => !isBrand)];
  const wins = brands.flatMap((one) => words.map((other) => (one.brand > other.brand ? 1 : one.brand === other.brand ? 0.5 : 0)));
  return wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
}

/** A 95 % interval of `measure`, drawing names (mentions where there is but one name) with replacement 1,000 times. */
export function interval<T extends { name: string }>(
  judged: Judged<T>[],
  measure: (judged: Judged<T>[]) => number,
  random: () => number,
): [number, number] {
  const names = [...groupBy(judged, ({ item }) => item.name).values()];
  const groups = names.length > 1 ? names : judged.map((one) => [one]);
  const draw = () => measure(groups.flatMap(() => groups[Math.floor(random() * groups.length)] ?? []));
  const drawn = Array.from({ length: 1000 }, draw).sort((a, b) => a - b);
  return [drawn[25] ?? 0, drawn[974] ?? 0];
}
