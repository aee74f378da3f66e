import { type LetterTables, letterTables } from "./tables.ts";

/**
 * How a character takes part in words: `letter` and `katakana` and `hebrew` run together with their own kind, `joiner` (digit, underscore) with any
 * of these; a `single` (Chinese, Thai and others without spaces) is a word by itself; `mark` belongs to what stands before it; `ignored` is not there.
 */
export type SignKind = "none" | "ignored" | "mark" | "joiner" | "letter" | "katakana" | "hebrew" | "single";

/** One character as the matcher sees it. */
export interface Sign {
  readonly kind: SignKind;
  /** Without case and compatibility forms (full width, styled letters). */
  readonly fine: string;
  /** Also without marks on Latin and Greek letters, and with look-alike letters as the Latin ones. */
  readonly coarse: string;
}

let kinds: (readonly [string, RegExp])[] = [];
let optionalMark = /$/u;
const lookalikes = new Map<string, string>();

/** Takes what is known of letters; before anything is read, since what was read stays known. */
export function learnLetters(tables: LetterTables): void {
  kinds = tables.kinds.map(([kind, pattern]) => [kind, RegExp(pattern, "u")]);
  optionalMark = RegExp(tables.optionalMark, "gu");
  for (const [, from = "", to = ""] of tables.lookalikes.matchAll(/(.)(.)/gu)) lookalikes.set(from, to);
}
learnLetters(letterTables);

/** The coarse form of a fine one. */
export function coarsen(fine: string): string {
  const bare = fine.normalize("NFD").replace(optionalMark, "$1").normalize("NFC");
  return [...bare].map((letter) => lookalikes.get(letter) ?? letter).join("");
}

function readSign(character: string): Sign {
  // Up and down again: the nearest there is to case folding (ß, ς, ſ, ı).
  const fine = character.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
  const kind = (kinds.find(([, is]) => is.test(character))?.[0] ?? "none") as SignKind;
  return { kind, fine, coarse: coarsen(fine) };
}

const known = new Map<number, Sign>();
/** A hostile page could show every character there is. */
const mostKnown = 5000;

/** The sign of a code point. */
export function signOf(codePoint: number): Sign {
  let sign = known.get(codePoint);
  if (!sign) {
    if (known.size >= mostKnown) known.clear();
    sign = readSign(String.fromCodePoint(codePoint));
    known.set(codePoint, sign);
  }
  return sign;
}
