import type { Evidence } from "../../lib/detect/ambiguity/ambiguity-evidence.ts";

/** A labelled mention as the learner sees it; `weight` is its say. */
export interface LabelledName {
  name: string;
  evidence: Evidence[];
  isBrand: boolean;
  weight: number;
}

export interface Model {
  bias: number;
  weights: Record<string, number>;
}

/**
 * What a knowledge of English expects of each piece of evidence, in log odds. The learner moves away from here only as far as the
 * data insist: with a thousand mentions of a hundred names, knowledge counts more than fitting.
 */
const expected: Record<string, number> = {
  capital: 1,
  opens: 0.3,
  loud: 0,
  lower: -0.5,
  lowerPost: 0,
  caseless: -0.6,
  everydayLow: -2,
  everydayOpens: -1.5,
  everydayCapital: -1,
  handle: 2,
  hashtag: 0.5,
  link: 1.5,
  own: 3,
  companyNext: 1.2,
  nameTail: -1.5,
  of: -0.8,
  does: 0.5,
  place: 0.8,
  determined: -1,
  verbal: -1,
  thingNext: -0.3,
  nameBefore: -1.5,
  nameAfter: -1,
  inTitle: -0.8,
  person: -0.4,
  company: 0.6,
  ordinary: -0.5,
};

/** Logistic regression with a Gaussian prior of precision `strength` around `expected`; the bias is free. Gradient descent with momentum. */
export function fitModel(examples: LabelledName[], strength: number): Model {
  const codes = Object.keys(expected);
  const target = codes.map((code) => expected[code] ?? 0);
  const rows = balance(examples).map(({ evidence, isBrand, weight }) => {
    const at = evidence.map(({ code, value }) => [codes.indexOf(code), value] as const);
    return { at: at.filter(([i]) => i >= 0), wanted: Number(isBrand), weight };
  });
  const rate = 2 / (rows.length * 1.5 + strength);
  const weights = [...target];
  const speed = weights.map(() => 0);
  let bias = 0;
  let biasSpeed = 0;
  for (let round = 0; round < 500; round++) {
    const slope = weights.map((weight, i) => strength * (weight - (target[i] ?? 0)));
    let biasSlope = 0;
    for (const { at, wanted, weight } of rows) {
      const miss = weight * (sigmoid(at.reduce((sum, [i, value]) => sum + (weights[i] ?? 0) * value, bias)) - wanted);
      biasSlope += miss;
      for (const [i, value] of at) slope[i] = (slope[i] ?? 0) + miss * value;
    }
    for (const [i, own] of slope.entries()) {
      speed[i] = 0.9 * (speed[i] ?? 0) - rate * own;
      weights[i] = (weights[i] ?? 0) + speed[i];
    }
    biasSpeed = 0.9 * biasSpeed - rate * biasSlope;
    bias += biasSpeed;
  }
  return { bias, weights: Object.fromEntries(codes.map((code, i) => [code, weights[i] ?? 0])) };
}

/** Chance of the company, 0..1. */
export function predict({ bias, weights }: Model, evidence: Evidence[]): number {
  return sigmoid(evidence.reduce((sum, { code, value }) => sum + (weights[code] ?? 0) * value, bias));
}

/** The items by their key, in the order of their first appearance. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

/** A name that is mentioned often says little more than once; both answers weigh the same in the end. */
function balance(examples: LabelledName[]): LabelledName[] {
  const often = groupBy(examples, ({ name }) => name);
  const damped = examples.map((example) => ({ ...example, weight: example.weight / Math.sqrt(often.get(example.name)?.length ?? 1) }));
  const total = (isBrand: boolean) => damped.reduce((sum, example) => sum + (example.isBrand === isBrand ? example.weight : 0), 0) || 1;
  const totals = { true: total(true), false: total(false) };
  return damped.map((example) => ({ ...example, weight: (example.weight * examples.length) / 2 / totals[`${example.isBrand}`] }));
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
