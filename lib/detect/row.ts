import type { KeywordEntry } from "../schema/keywords.ts";
import { codesOf } from "./codes.ts";
import { singleHash, wordHash } from "./hash.ts";
import { freeEnd, negative } from "./packed.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import { spellings } from "./spellings.ts";

/** What the scanner knows of one spelling of an entry. */
export interface Row {
  readonly hash: number;
  readonly next: number;
  readonly guard: number;
  /** Code of the character that is its root alone, null for any other root. */
  readonly single: number | null;
  /** The spelling and the entry it is of, as JSON. */
  readonly entry: string;
}

/** One spelling of an entry, and what the entry says beyond its text; nothing that is empty. */
export interface SpelledEntry extends Partial<KeywordEntry> {
  readonly id: string;
  readonly spelling: string;
}

/** The rows of an entry, none when there is no word in it. */
export function rowsOf(entry: KeywordEntry, isNegative: boolean): Row[] {
  return spellings(entry).flatMap((spelling) => {
    const pattern = readPattern(spelling);
    const { text, ...rest } = entry;
    const spelled: SpelledEntry = { spelling, ...(text !== spelling && { text }), ...rest };
    return pattern ? [rowOf(pattern, isNegative, JSON.stringify(spelled, leaveOutEmpty))] : [];
  });
}

const leaveOutEmpty = (_key: string, each: unknown) =>
  each === null || each === false || (Array.isArray(each) && each.length === 0) ? undefined : each;

function rowOf(pattern: Pattern, isNegative: boolean, entry: string): Row {
  const { hash, length, single } = rootOf(pattern);
  const endsInRoot = pattern.words.length === length;
  const head = pattern.head === "" ? 0 : pattern.head.charCodeAt(pattern.head.length - 1);
  const guard = head | (isNegative ? negative : 0) | (pattern.prefix && endsInRoot ? freeEnd : 0);
  return { hash, single, next: nextOf(pattern, length), guard, entry };
}

/** The root of a pattern: its first word, or its first two characters where they stand together in a script without spaces. */
function rootOf({ words, gaps }: Pattern): { hash: number; length: number; single: number | null } {
  const [first, second] = words;
  if (!first) return { hash: 0, length: 0, single: null };
  if (first.kind !== "single") return { hash: wordHash(first), length: 1, single: null };
  if (second?.kind === "single" && gaps[1]?.text === "") return { hash: singleHash(first, second), length: 2, single: null };
  return { hash: singleHash(null, first), length: 1, single: codesOf(first.coarse, first.kind)[0] ?? 0 };
}

function nextOf({ words, prefix }: Pattern, index: number): number {
  const next = words[index];
  if (!next || (prefix && index === words.length - 1)) return 0;
  return next.kind === "single" ? singleHash(null, next) : wordHash(next);
}
