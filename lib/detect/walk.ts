import { value } from "./codes.ts";
import { pairFactor, wordFactor } from "./hash.ts";

/*
 * The two loops that read every letter of every post. No branch depends on the text while nothing is found: a separator gives the hash of a word
 * that ends, then clears it by a mask; the filter is asked after each unit. Plain functions over typed arrays, since both browsers compile these best.
 */

/** Where a walk stopped is its result; what it held then is here. */
export const walked = { hash: 0, before: 0 };

/** Reads words of letters from `at` until the unit at the result may end a root, is special, or is beyond the text. */
export function walkWords(text: string, at: number, hash: number, table: Int16Array, filter: Int32Array, shift: number): number {
  const end = text.length;
  let place = at;
  let held = hash;
  for (; place < end; place++) {
    const code = table[text.charCodeAt(place)] as number;
    if (code < value.separator) {
      if (code === value.ignored) continue;
      break;
    }
    held = Math.imul(held + code, wordFactor);
    if (((filter[held >>> shift] as number) >>> held) & 1) break;
    held &= ~(code >> 31);
  }
  walked.hash = held;
  return place;
}

/** The same for scripts without spaces: the hash is that of a letter and the one before it. */
export function walkPairs(text: string, at: number, before: number, table: Int16Array, filter: Int32Array, shift: number): number {
  const end = text.length;
  let place = at;
  let last = before;
  let held = 0;
  for (; place < end; place++) {
    const code = table[text.charCodeAt(place)] as number;
    if (code < value.separator) {
      if (code === value.ignored) continue;
      break;
    }
    held = Math.imul(Math.imul(last, pairFactor) + code, wordFactor);
    last = code & ~(code >> 31);
    if (((filter[held >>> shift] as number) >>> held) & 1) break;
  }
  walked.hash = held;
  walked.before = last;
  return place;
}
