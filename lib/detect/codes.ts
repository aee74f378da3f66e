import { coarsen, type SignKind, signOf } from "./signs.ts";
import { withoutDigits } from "./spellings.ts";

/** Kinds of words, as the scanner goes through them; digits and underscores belong to whichever they stand in. */
const modes: readonly SignKind[] = ["letter", "hebrew", "katakana", "single"];
export const modeCount = modes.length;
/** The mode of scripts without spaces, where every character is a word. */
export const singleMode = 3;

/**
 * What a code unit means to the scanner where it is not the code of a letter (0 and above). `separator` ends a word; `several` is more than one
 * letter; `root` may begin or be a keyword by itself; `unknown` has not been met yet.
 */
export const value = { separator: -1, ignored: -2, unknown: -3, otherMode: -4, surrogate: -5, several: -6, root: -7 } as const;

/** Letters that Hebrew writes onto the front of a word count nothing, so that a word has one hash with and without them. */
const hebrewPrefixes = "והבלמשכ";
const codeCount = 32_000;

const known = new Map<string, readonly number[]>();
/** A hostile page could show every character there is. */
const mostKnown = 5000;

function readCodes(character: string): readonly number[] {
  const bare = withoutDigits(coarsen(character.normalize("NFD").replace(/\p{M}+/gu, "")));
  return Array.from({ length: bare.length }, (_, at) => 1 + (bare.charCodeAt(at) % codeCount));
}

function codesOfOne(character: string): readonly number[] {
  let codes = known.get(character);
  if (!codes) {
    if (known.size >= mostKnown) known.clear();
    codes = readCodes(character);
    known.set(character, codes);
  }
  return codes;
}

/**
 * Codes of the letters in a coarse form: equal for equal coarse forms, whether a mark is part of a letter or follows it; and for those that only
 * differ in digits that may stand for letters.
 */
export function codesOf(coarse: string, kind: SignKind): number[] {
  const codes: number[] = [];
  for (const character of coarse) {
    if (kind === "hebrew" && hebrewPrefixes.includes(character)) codes.push(0);
    else for (const code of codesOfOne(character)) codes.push(code);
  }
  return codes;
}

/** The mode that goes with a kind of word; that of plain letters for what goes with any. */
export const modeOf = (kind: SignKind): number => Math.max(0, modes.indexOf(kind));

/** The value of a code point in a mode. */
export function valueOf(codePoint: number, mode: number): number {
  const { kind, coarse } = signOf(codePoint);
  if (kind === "none") return value.separator;
  if (kind === "ignored" || kind === "mark") return value.ignored;
  if (kind === "joiner" ? mode === singleMode : modeOf(kind) !== mode) return value.otherMode;
  const codes = codesOf(coarse, kind);
  return codes.length === 1 ? (codes[0] ?? value.several) : value.several;
}
