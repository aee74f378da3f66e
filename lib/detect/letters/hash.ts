import { codesOf } from "./codes.ts";
import type { Word } from "./words.ts";

/** Odd numbers without a pattern in their bits. */
export const wordFactor = 0x2c1b3c6d;
export const pairFactor = 0x297a2d39;

/** The hash of a word of letters; 0 of a Hebrew word that is nothing but letters that may be written on. */
export function wordHash({ coarse, kind }: Word): number {
  let hash = 0;
  for (const code of codesOf(coarse, kind)) hash = Math.imul(hash + code, wordFactor);
  return hash;
}

/** The hash of a word that ends here: that of a separator after it, which the tables give as -1. */
export const endHash = (word: number): number => Math.imul(word - 1, wordFactor);

/** The hash of two letters that stand together in a script without spaces; of the second alone when the first is 0. */
export const pairHash = (first: number, second: number): number => Math.imul(Math.imul(first, pairFactor) + second, wordFactor);

/** The hash of a character of a script without spaces, after another or alone (null). */
export function singleHash(before: Word | null, { coarse, kind }: Word): number {
  return pairHash((before && codesOf(before.coarse, before.kind).at(-1)) ?? 0, codesOf(coarse, kind)[0] ?? 0);
}

/** The hash of a spelling, letter by letter. */
export function spellingHash(low: string): number {
  let hash = low.length;
  for (let at = 0; at < low.length; at++) hash = Math.imul(hash ^ low.charCodeAt(at), pairFactor) ^ (hash >>> 13);
  return hash;
}
