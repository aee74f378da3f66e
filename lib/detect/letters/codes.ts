import { coarsen, type SignKind, signOf } from "./signs.ts";
import { withoutDigits } from "./spellings.ts";
import * as value from "./value.ts";

/** Kinds of words, as the scanner goes through them; digits and underscores belong to whichever they stand in. */
const modes: readonly SignKind[] = ["letter", "hebrew", "katakana", "single"];
export const modeCount = modes.length;
/** The mode of scripts without spaces, where every character is a word. */
export const singleMode = 3;

/** Letters that Hebrew writes onto the front of a word count nothing, so that a word has one hash with and without them. */
const hebrewPrefixes = "והבלמשכ";
const codeCount = 32_000;

const units = 0x10000;
/** By code unit: the code of what is one letter, 0 where it was not asked for yet, `manifold` for all else. */
const oneCode = new Int16Array(units);
const manifold = -1;

function readCodes(characters: string): number[] {
  // A small ν looks like v and a capital one like N: all three have one code, and the closest reading tells them apart.
  const bare = withoutDigits(coarsen(characters.normalize("NFD").replace(/\p{M}+/gu, ""))).replace(/v/g, "n");
  return Array.from({ length: bare.length }, (_, at) => 1 + (bare.charCodeAt(at) % codeCount));
}

function readOneCode(unit: number): number {
  const [first, ...more] = readCodes(String.fromCharCode(unit));
  const code = first === undefined || more.length > 0 || isSurrogate(unit) ? manifold : first;
  oneCode[unit] = code;
  return code;
}

const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

/**
 * Codes of the letters in a coarse form: equal for equal coarse forms, whether a mark is part of a letter or follows it; and for those that only
 * differ in digits that may stand for letters.
 */
export function codesOf(coarse: string, kind: SignKind): number[] {
  const codes: number[] = [];
  for (let at = 0; at < coarse.length; at++) {
    const unit = coarse.charCodeAt(at);
    if (kind === "hebrew" && hebrewPrefixes.includes(coarse.charAt(at))) codes.push(0);
    else {
      const code = oneCode[unit] || readOneCode(unit);
      if (code !== manifold) codes.push(code);
      else {
        const character = String.fromCodePoint(coarse.codePointAt(at) ?? unit);
        codes.push(...readCodes(character));
        at += character.length - 1;
      }
    }
  }
  return codes;
}

/** The mode that goes with a kind of word; that of plain letters for what goes with any. */
export const modeOf = (kind: SignKind): number => Math.max(0, modes.indexOf(kind));

/** The value of a code point in a mode. */
export function readValue(codePoint: number, mode: number): number {
  const { kind, coarse } = signOf(codePoint);
  if (kind === "none") return value.separator;
  if (kind === "ignored" || kind === "mark") return value.ignored;
  if (kind === "joiner" ? mode === singleMode : modeOf(kind) !== mode) return value.otherMode - modeOf(kind);
  const codes = codesOf(coarse, kind);
  return codes.length === 1 ? (codes[0] ?? value.several) : value.several;
}
