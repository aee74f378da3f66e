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
  /** Bit of the script, where look-alikes are: 1 Latin, 2 Cyrillic, 4 Greek; 0 any other. */
  readonly script: number;
}

/** Points of Hebrew and Arabic, which writers leave out, count as not there. */
const ignored = /^[\p{DI}\p{Cf}\u0591-\u05bd\u05bf-\u05c7\u0640\u064b-\u065f\u0670]/u;
const kinds: readonly [SignKind, RegExp][] = [
  ["mark", /^[\p{M}\uff9e\uff9f]/u],
  ["joiner", /^[\p{Nd}_]/u],
  ["single", /^[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u],
  ["katakana", /^\p{scx=Kana}/u],
  ["hebrew", /^\p{sc=Hebr}/u],
  ["letter", /^\p{Alphabetic}/u],
];
const scripts: readonly [number, RegExp][] = [
  [1, /^\p{sc=Latn}/u],
  [2, /^\p{sc=Cyrl}/u],
  [4, /^\p{sc=Grek}/u],
];

/** Marks that writers leave out. The ring stays, for å is a letter of its own; so do the marks of й and of kana. */
const optionalMark = /([\p{sc=Latn}\p{sc=Grek}е])[\u0300-\u0309\u030b-\u036f]+/gu;
/** Cyrillic and Greek letters whose capitals look like Latin ones; and đ, which is written d where marks are left out. */
const lookalikes = new Map(
  [..."аaвbеeкkмmнhоoрpсcтtуyхxіiјjѕsԁdһhԛqԝwӏlαaβbεeζzηhιiκkμmνnοoρpτtυyχxđd".matchAll(/(.)(.)/gu)].map(([, from, to]) => [from, to]),
);

/** The coarse form of a fine one. */
export function coarsen(fine: string): string {
  const bare = fine.normalize("NFD").replace(optionalMark, "$1").normalize("NFC");
  return [...bare].map((letter) => lookalikes.get(letter) ?? letter).join("");
}

function readSign(character: string): Sign {
  // Up and down again: the nearest there is to case folding (ß, ς, ſ, ı).
  const fine = character.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFC");
  const kind = ignored.test(character) ? "ignored" : (kinds.find(([, is]) => is.test(character))?.[0] ?? "none");
  return { kind, fine, coarse: coarsen(fine), script: scripts.find(([, is]) => is.test(fine))?.[0] ?? 0 };
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
