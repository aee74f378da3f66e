import type { KeywordEntry } from "../schema/keywords.ts";
import { codesOf } from "./codes.ts";
import { endHash, singleHash, wordHash } from "./hash.ts";
import { freeEnd, lettersShift, negative, plainRun, plainWord } from "./packed.ts";
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
  const { id, label, weight, ...asked } = filled(entry);
  const isSimple = Object.keys(asked).length === 0;
  const more = JSON.stringify({ id, label, weight, ...asked });
  const rows: Row[] = [];
  for (const spelling of spellings(entry)) {
    const pattern = readPattern(spelling);
    const text = spelling === entry.text ? "" : `"text":${JSON.stringify(entry.text)},`;
    const plain = pattern && isSimple && spelling === entry.text ? plainFlag(pattern, spelling) : 0;
    if (pattern)
      rows.push(rowOf(pattern, plain | (isNegative ? negative : 0), `{"spelling":${JSON.stringify(spelling)},${text}${more.slice(1)}`));
  }
  return rows;
}

/** What of an entry is not empty, without its text: most have nothing but their id. */
function filled({ text, label, mustNear, mustNotNear, ...more }: KeywordEntry): Omit<SpelledEntry, "spelling"> {
  const entry: Omit<SpelledEntry, "spelling"> = more;
  if (label !== null && label !== text) entry.label = label;
  if (mustNear.length > 0) entry.mustNear = mustNear;
  if (mustNotNear.length > 0) entry.mustNotNear = mustNotNear;
  return entry;
}

function plainFlag({ words, gaps, kind, prefix, head, tail }: Pattern, spelling: string): number {
  const isBare = kind === "plain" && !prefix && head + tail + gaps.map((gap) => gap.text).join("") === "";
  if (!isBare || words.map((word) => word.fine).join("") !== spelling.trim().toLowerCase()) return 0;
  if (words.length === 1 && words[0]?.kind === "letter") return plainWord;
  return words.every((word) => word.kind === "single") ? plainRun : 0;
}

function rowOf(pattern: Pattern, flags: number, entry: string): Row {
  const { hash, length, single } = rootOf(pattern);
  const head = pattern.head === "" ? 0 : pattern.head.charCodeAt(pattern.head.length - 1);
  const isFree = pattern.prefix && pattern.words.length === length;
  const letters = !isFree && pattern.words[0]?.kind === "hebrew" ? pattern.words[0].coarse.length : 0;
  const guard = head | flags | (isFree ? freeEnd : 0) | (letters << lettersShift);
  return { hash, single, next: nextOf(pattern, length), guard, entry };
}

/** The root of a pattern: its first word (with its end, unless it may go on or Hebrew may write nothing but it before another), or its first two characters where they stand together in a script without spaces. */
function rootOf({ words, gaps, prefix }: Pattern): { hash: number; length: number; single: number | null } {
  const [first, second] = words;
  if (!first) return { hash: 0, length: 0, single: null };
  if (first.kind !== "single") {
    const hash = wordHash(first);
    const isFree = prefix && words.length === 1;
    return { hash: isFree || hash === 0 ? hash : endHash(hash), length: 1, single: null };
  }
  if (second?.kind === "single" && gaps[1]?.text === "") return { hash: singleHash(first, second), length: 2, single: null };
  return { hash: singleHash(null, first), length: 1, single: codesOf(first.coarse, first.kind)[0] ?? 0 };
}

function nextOf({ words, prefix }: Pattern, index: number): number {
  const next = words[index];
  if (!next || (prefix && index === words.length - 1)) return 0;
  return next.kind === "single" ? singleHash(null, next) : wordHash(next);
}
