import type { Hit } from "../../schema/keywords.ts";
import { goesOnAround } from "./edges.ts";
import { coarsen, signOf } from "./signs.ts";
import { withoutDigits } from "./spellings.ts";
import { readWords, type Word } from "./words.ts";

/** A keyword taken apart. */
export interface Pattern {
  readonly words: readonly Word[];
  /** What stands before each word: `tight` must be met as it is, else spaces, hyphens and apostrophes are free. */
  readonly gaps: readonly { readonly text: string; readonly tight: boolean }[];
  /** Signs that belong to it: the `@` of a handle, the `!` of a name that ends so. */
  readonly head: string;
  readonly tail: string;
  readonly kind: "plain" | "handle" | "hashtag" | "domain";
  /** The last word is only the beginning of one (`acme*`). */
  readonly prefix: boolean;
}

/** Longer gaps are no gaps within a phrase. */
const longestGap = 8;
const free = /[\s\p{Pd}'’‘׳"״“”・]/gu;
const goesOn = /^[.-][\p{L}\p{N}]/u;
const domain = /^[\p{L}\p{N}.-]+\.\p{L}{2,}$/u;

/** The signs between or around words that count; spaces, hyphens and apostrophes only when `tight`. */
function visible(text: string, tight: boolean): string {
  if (text === "") return "";
  const seen = [...text].filter((character) => signOf(character.codePointAt(0) ?? 0).kind !== "ignored");
  const wide = seen.join("").normalize("NFKC");
  return tight ? wide : wide.replace(free, "");
}

/** The gap before word `index`, as the two sides compare it; null when it is too long for one. */
function gapBefore(text: string, words: readonly Word[], index: number, tight: boolean): string | null {
  const from = words[index - 1]?.end ?? 0;
  const to = words[index]?.start ?? from;
  return to - from > longestGap ? null : visible(text.slice(from, to), tight);
}

/** Takes a keyword apart; null when no word is in it. `keywordProblem` says what else is wrong with it. */
export function readPattern(keyword: string): Pattern | null {
  const trimmed = keyword.trim().normalize("NFC");
  const prefix = trimmed.endsWith("*");
  const text = prefix ? trimmed.replace(/\*+$/, "") : trimmed;
  const words = readWords(text);
  const [first, last] = [words[0], words.at(-1)];
  if (!first || !last) return null;
  const head = visible(text.slice(0, first.start), false);
  const kind = head === "@" ? "handle" : head === "#" ? "hashtag" : text.includes(".") && domain.test(text) ? "domain" : "plain";
  const gaps = words.map((word, index) => {
    const tight = kind === "domain" || (word.kind === "single" && words[index - 1]?.kind === "single");
    return { text: gapBefore(text, words, index, tight) ?? "", tight };
  });
  return { words, gaps, head, tail: visible(text.slice(last.end), false), kind, prefix };
}

/** Whether a word of the text is this word of a keyword, and in which form. */
function wordForm(seen: Word, wanted: Word, prefix: boolean, leet: boolean): Hit["form"] | null {
  if (leet && seen.script !== 0 && seen.coarse !== wanted.coarse)
    return withoutDigits(seen.coarse) === withoutDigits(wanted.coarse) ? "lookalike" : null;
  const isCoarse = (coarse: string) => (prefix ? coarse.startsWith(wanted.coarse) : coarse === wanted.coarse);
  if (!isCoarse(seen.coarse)) return isMixed(seen) && isCoarse(coarsen(seen.fine.replaceAll("ν", "v"))) ? "lookalike" : null;
  if (prefix ? seen.fine.startsWith(wanted.fine) : seen.fine === wanted.fine) return "exact";
  if (seen.script === wanted.script) return "folded";
  // A word wholly in Cyrillic is a word of its own; one that mixes scripts, or has letters of none, is dressed up.
  return isMixed(seen) || seen.script === 0 ? "lookalike" : null;
}

const isMixed = ({ script }: Word): boolean => (script & (script - 1)) !== 0;

/** The signs around it fit: they are what tells a handle from an e-mail address and a domain from its neighbour. */
function edgesFit(text: string, start: number, end: number, { kind, head, tail }: Pattern): boolean {
  const before = text.slice(Math.max(0, start - head.length - 1), start).normalize("NFKC");
  if (!before.endsWith(head) || !text.startsWith(tail, end)) return false;
  const outer = before.slice(0, before.length - head.length).slice(-1);
  const after = text.slice(end, end + 3);
  if (kind === "handle") return !isSpacedLetter(outer) && !/^\.\p{L}/u.test(after);
  if (kind === "hashtag") return !isSpacedLetter(outer);
  if (kind === "domain") return outer !== "-" && !goesOn.test(after);
  return true;
}

function isSpacedLetter(character: string): boolean {
  const kind = readWords(character)[0]?.kind;
  return kind !== undefined && kind !== "single";
}

const rank: Record<Hit["form"], number> = { exact: 0, folded: 1, lookalike: 2 };

/**
 * Whether the pattern stands in the text from word `at` on, read as `first`, and in which form (the weakest of its words);
 * null when it does not. `leet` lets digits stand for letters.
 */
export function patternForm(
  pattern: Pattern,
  text: string,
  words: readonly Word[],
  at: number,
  first: Word,
  leet = false,
): Hit["form"] | null {
  const { gaps, prefix } = pattern;
  const final = pattern.words.length - 1;
  let form: Hit["form"] = "exact";
  for (const [index, wanted] of pattern.words.entries()) {
    const seen = index === 0 ? first : words[at + index];
    const gap = gaps[index];
    if (!seen || (index > 0 && gap && gapBefore(text, words, at + index, gap.tight) !== gap.text)) return null;
    const next = wordForm(seen, wanted, prefix && index === final, leet);
    if (!next) return null;
    if (rank[next] > rank[form]) form = next;
  }
  const end = words[at + final]?.end ?? first.end;
  if (pattern.kind === "plain" && goesOnAround(text, first.start, end, prefix)) return null;
  return edgesFit(text, first.start, end, pattern) ? form : null;
}
