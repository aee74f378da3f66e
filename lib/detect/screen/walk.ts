import { pairFactor, wordFactor } from "../letters/hash.ts";
import * as value from "../letters/value.ts";

/*
 * The two loops that read every letter of every post. No branch depends on the text while nothing is found: a separator gives the hash of a word
 * that ends, then clears it by a mask; the filter is asked after each unit. Plain functions over typed arrays, since both browsers compile these best.
 */

/**
 * The state that a loop starts from and leaves where it stops: the hash, and the letter before. An array, since engines put a number of 32 bits that is
 * a field or a result into an object of its own.
 */
export const emptyHeld = (): Int32Array => new Int32Array(2);
export const hashAt = 0;
export const beforeAt = 1;

/** Reads words of letters from `at` until the unit at the result may end a root, is special, or is beyond the text. */
export function walkWords(held: Int32Array, text: string, at: number, table: Int16Array, filter: Int32Array, shift: number): number {
  const end = text.length;
  let place = at;
  let hash = held[hashAt] as number;
  for (; place < end; place++) {
    const code = table[text.charCodeAt(place)] as number;
    if (code < value.separator) {
      if (code === value.ignored) continue;
      break;
    }
    hash = Math.imul(hash + code, wordFactor);
    if (((filter[hash >>> shift] as number) >>> hash) & 1) break;
    hash &= ~(code >> 31);
  }
  held[hashAt] = hash;
  return place;
}

/** The same for scripts without spaces: the hash is that of a letter and the one before it. */
export function walkPairs(held: Int32Array, text: string, at: number, table: Int16Array, filter: Int32Array, shift: number): number {
  const end = text.length;
  let place = at;
  let before = held[beforeAt] as number;
  let hash = 0;
  for (; place < end; place++) {
    const code = table[text.charCodeAt(place)] as number;
    if (code < value.separator) {
      if (code === value.ignored) continue;
      break;
    }
    hash = Math.imul(Math.imul(before, pairFactor) + code, wordFactor);
    before = code & ~(code >> 31);
    if (((filter[hash >>> shift] as number) >>> hash) & 1) break;
  }
  held[hashAt] = hash;
  held[beforeAt] = before;
  return place;
}
