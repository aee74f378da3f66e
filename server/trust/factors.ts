import { setImmediate } from "node:timers/promises";

/** One person's word on one answer, 0..1. */
export interface RaterVerdict {
  readonly rater: string;
  readonly item: string;
  readonly value: number;
}

/** What a rater or an item adds to a verdict: always, and by how the two suit each other. */
interface Traits {
  readonly intercept: number;
  readonly factor: number;
}

export interface Factorisation {
  readonly mu: number;
  readonly raters: ReadonlyMap<string, Traits>;
  readonly items: ReadonlyMap<string, Traits>;
}

/** How much the sizes of intercepts and factors cost, as X's Community Notes has it. */
export interface Penalties {
  readonly intercept: number;
  readonly factor: number;
}
export const usualPenalties: Penalties = { intercept: 0.15, factor: 0.03 };

/** It is done when no number moved by more than this in a round, or when so many verdicts were looked at in all. */
const tolerance = 1e-7;
const mostVisits = 4_000_000;

/** Raters, or items: whose verdicts are which, and what was found of each. */
interface Side {
  readonly ids: readonly string[];
  /** The place of each verdict's rater or item in `ids`. */
  readonly of: Int32Array;
  readonly intercepts: Float64Array;
  readonly factors: Float64Array;
}

/** The factors begin at small numbers of both signs, always the same ones: from 0 they would never leave, and chance would make each night differ. */
const beginning = (place: number): number => 0.2 * (((place + 1) * 0.6180339887498949) % 1) - 0.1;

function sideOf(verdicts: readonly RaterVerdict[], idOf: (verdict: RaterVerdict) => string): Side {
  const ids = [...new Set(verdicts.map(idOf))].sort();
  const places = new Map(ids.map((id, place) => [id, place]));
  return {
    ids,
    of: Int32Array.from(verdicts, (verdict) => places.get(idOf(verdict)) ?? 0),
    intercepts: new Float64Array(ids.length),
    factors: Float64Array.from(ids, (_, place) => beginning(place)),
  };
}

/**
 * Finds the best intercept and factor of everybody on one side while the other side stands: two equations with two unknowns each. Gives by how much the
 * number that moved most did.
 */
function settle(side: Side, other: Side, values: Float64Array, mu: number, penalties: Penalties): number {
  const count = side.ids.length;
  const [n, g, gg, t, tg] = [0, 1, 2, 3, 4].map(() => new Float64Array(count)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let at = 0; at < values.length; at++) {
    const [own, theirs] = [side.of[at] as number, other.of[at] as number];
    const factor = other.factors[theirs] as number;
    const rest = (values[at] as number) - mu - (other.intercepts[theirs] as number);
    n[own] = (n[own] as number) + 1;
    g[own] = (g[own] as number) + factor;
    gg[own] = (gg[own] as number) + factor * factor;
    t[own] = (t[own] as number) + rest;
    tg[own] = (tg[own] as number) + rest * factor;
  }
  const each = values.length / count;
  let moved = 0;
  for (let own = 0; own < count; own++) {
    const [a, b, d] = [(n[own] as number) + penalties.intercept * each, g[own] as number, (gg[own] as number) + penalties.factor * each];
    const [p, q] = [t[own] as number, tg[own] as number];
    const determinant = a * d - b * b;
    const [intercept, factor] = [(p * d - q * b) / determinant, (a * q - b * p) / determinant];
    moved = Math.max(moved, Math.abs(intercept - (side.intercepts[own] as number)), Math.abs(factor - (side.factors[own] as number)));
    side.intercepts[own] = intercept;
    side.factors[own] = factor;
  }
  return moved;
}

function meanRest(raters: Side, items: Side, values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < values.length; at++) {
    const [rater, item] = [raters.of[at] as number, items.of[at] as number];
    const explained =
      (raters.intercepts[rater] as number) +
      (items.intercepts[item] as number) +
      (raters.factors[rater] as number) * (items.factors[item] as number);
    sum += (values[at] as number) - explained;
  }
  return sum / values.length;
}

const traitsOf = ({ ids, intercepts, factors }: Side): Map<string, Traits> =>
  new Map(ids.map((id, place) => [id, { intercept: intercepts[place] as number, factor: factors[place] as number }]));

/**
 * Explains verdicts as mu + intercept of the rater + intercept of the item + the product of their factors, as X publishes it for Community Notes
 * (Wojcik et al. 2022, "Birdwatch", and its open source): least squares, with the mean of the squared intercepts of raters and of items and the square
 * of mu times .15, and the means of the squared factors times .03. What one half of the raters likes in an item goes into the factors; the item's
 * intercept is what people agree on who mostly do not. By turns each side is solved exactly while the other stands, until nothing moves; the same
 * verdicts, in any order, give the same.
 */
export async function factorise(verdicts: readonly RaterVerdict[], penalties: Penalties = usualPenalties): Promise<Factorisation> {
  const values = Float64Array.from(verdicts, ({ value }) => value);
  const raters = sideOf(verdicts, ({ rater }) => rater);
  const items = sideOf(verdicts, ({ item }) => item);
  let mu = 0;
  for (let visits = 0; visits < mostVisits && verdicts.length > 0; visits += verdicts.length) {
    // A night's work stands between no device and its answer.
    await setImmediate();
    const next = meanRest(raters, items, values) / (1 + penalties.intercept);
    const moved = Math.abs(next - mu);
    mu = next;
    if (Math.max(moved, settle(raters, items, values, mu, penalties), settle(items, raters, values, mu, penalties)) < tolerance) break;
  }
  return { mu, raters: traitsOf(raters), items: traitsOf(items) };
}
