import { codesOf } from "../letters/codes.ts";
import { endHash, pairHash, spellingHash, wordFactor } from "../letters/hash.ts";
import { type SignKind, signOf } from "../letters/signs.ts";
import { units } from "../letters/units.ts";
import { closeSides, lettersShift, openEnd, type SpellingRow } from "./packed.ts";

const kinds: readonly SignKind[] = ["joiner", "letter", "katakana", "hebrew", "single"];
const [joiner, , , hebrew, single] = kinds.keys();
const space = 0x20;
const heads = [0x40, 0x23];

/** By code unit: its kind and its one code, -1 where it is not as simple; 0 where it was not asked for yet. */
const simple = new Int32Array(units);
const kindShift = 16;
const codeOf = (known: number): number => known & 0xffff;
const kindOf = (known: number): number => known >> kindShift;

function readSimple(unit: number): number {
  const letter = String.fromCharCode(unit);
  const { kind, fine, coarse } = signOf(unit);
  const codes = fine === letter && coarse.length === 1 ? codesOf(coarse, kind) : [];
  // Kinds count from 1 here, so that no value is 0.
  const place = kinds.indexOf(kind);
  const known = codes.length === 1 && place >= 0 ? ((place + 1) << kindShift) | (codes[0] ?? 0) : -1;
  simple[unit] = known;
  return known;
}

const lookUp = (text: string, at: number): number => {
  if (at >= text.length) return -1;
  const unit = text.charCodeAt(at);
  return simple[unit] || readSimple(unit);
};

/**
 * The row of a spelling that is nothing but plain letters: words between single spaces, one word after `@` or `#`, or characters side by side. Null for
 * any other, which must be taken apart. Most keywords are so, and this is ten times as fast.
 */
export function quickRow(text: string, flags: number): SpellingRow | null {
  const low = text.trim().toLowerCase();
  const head = heads.includes(low.charCodeAt(0)) ? low.charCodeAt(0) : 0;
  const start = head === 0 ? 0 : 1;
  const first = lookUp(low, start);
  if (!(first > 0)) return null;
  if (kindOf(first) - 1 === single) return head === 0 ? runRow(low, flags) : null;
  return wordsRow(low, start, head, flags);
}

function rowOf(low: string, parts: Pick<SpellingRow, "hash" | "next" | "guard" | "single">): SpellingRow {
  return { ...parts, spelling: 0, exact: spellingHash(low), length: low.length };
}

function runRow(low: string, flags: number): SpellingRow | null {
  for (let at = 0; at < low.length; at++) if (kindOf(lookUp(low, at)) - 1 !== single) return null;
  const code = (at: number) => codeOf(lookUp(low, at));
  const isLone = low.length === 1;
  return rowOf(low, {
    hash: isLone ? pairHash(0, code(0)) : pairHash(code(0), code(1)),
    next: low.length > 2 ? pairHash(0, code(2)) : 0,
    guard: flags | openEnd,
    single: isLone ? code(0) : null,
  });
}

function wordsRow(low: string, start: number, head: number, flags: number): SpellingRow | null {
  const hashes: number[] = [];
  let hash = 0;
  let kind = joiner;
  let firstKind = joiner;
  let firstLength = 0;
  for (let at = start; at <= low.length; at++) {
    if (at === low.length || low.charCodeAt(at) === space) {
      if (hashes.length === 0) [firstKind, firstLength] = [kind, at - start];
      if (hashes.push(hash) > 1 && head !== 0) return null;
      hash = 0;
      kind = joiner;
    } else {
      const known = lookUp(low, at);
      const here = kindOf(known) - 1;
      if (!(known > 0) || here === single || (here !== joiner && kind !== joiner && here !== kind)) return null;
      if (here !== joiner) kind = here;
      hash = Math.imul(hash + codeOf(known), wordFactor);
    }
  }
  const [root = 0, next = 0] = hashes;
  if (hashes.includes(0)) return null;
  const letters = firstKind === hebrew ? firstLength : 0;
  return rowOf(low, {
    hash: endHash(root),
    next,
    guard: head | flags | (head === 0 ? 0 : closeSides) | (letters << lettersShift),
    single: null,
  });
}
