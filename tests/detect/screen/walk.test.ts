import { describe, expect, it } from "vitest";
import { endHash, pairHash, wordFactor } from "../../../lib/detect/letters/hash.ts";
import * as value from "../../../lib/detect/letters/value.ts";
import { beforeAt, emptyHeld, hashAt, walkPairs, walkWords } from "../../../lib/detect/screen/walk.ts";

const shift = 22;

/** A table in which a, b, c are 1, 2, 3, a space ends a word, a full stop is passed over, and all else is special. */
function table(): Int16Array {
  const values = new Int16Array(0x10000).fill(value.several);
  for (const [at, letter] of [..."abc"].entries()) values[letter.charCodeAt(0)] = at + 1;
  values[" ".charCodeAt(0)] = value.separator;
  values[".".charCodeAt(0)] = value.ignored;
  return values;
}

function filterOf(...hashes: number[]): Int32Array {
  const filter = new Int32Array(1024);
  for (const hash of hashes) filter[hash >>> shift] = (filter[hash >>> shift] ?? 0) | (1 << hash);
  return filter;
}

const word = (...codes: number[]) => codes.reduce((hash, code) => Math.imul(hash + code, wordFactor), 0);

describe("the loop over words", () => {
  it("stops at the separator behind a word that is there, with its hash", () => {
    const held = emptyHeld();
    const hash = endHash(word(1, 2));
    expect(walkWords(held, "c ab c", 0, table(), filterOf(hash), shift)).toBe(4);
    expect(held[hashAt]).toBe(hash);
  });

  it("begins each word anew, and passes over what is ignored", () => {
    const held = emptyHeld();
    const hash = endHash(word(1, 2));
    expect(walkWords(held, "ca.b a.b ", 0, table(), filterOf(hash), shift)).toBe(8);
  });

  it("stops within a word that is there", () => {
    expect(walkWords(emptyHeld(), "abc", 0, table(), filterOf(word(1, 2)), shift)).toBe(1);
  });

  it("stops at what is special, with the word so far", () => {
    const held = emptyHeld();
    expect(walkWords(held, "ab!c", 0, table(), filterOf(), shift)).toBe(2);
    expect(held[hashAt]).toBe(word(1, 2));
  });

  it("goes on with the word that it was stopped in", () => {
    const held = emptyHeld();
    walkWords(held, "a", 0, table(), filterOf(), shift);
    expect(walkWords(held, "b ", 0, table(), filterOf(endHash(word(1, 2))), shift)).toBe(1);
  });
});

describe("the loop over pairs", () => {
  it("stops at a letter behind the one before it", () => {
    const held = emptyHeld();
    expect(walkPairs(held, "acb", 0, table(), filterOf(pairHash(3, 2)), shift)).toBe(2);
    expect(held[beforeAt]).toBe(2);
  });

  it("forgets the letter before at a separator", () => {
    expect(walkPairs(emptyHeld(), "c b", 0, table(), filterOf(pairHash(3, 2)), shift)).toBe(3);
  });
});
