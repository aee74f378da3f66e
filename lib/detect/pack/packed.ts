import { mostSpellings } from "../letters/spellings.ts";
import { type Roots, rootSizes } from "./roots.ts";

/** Compiled keyword lists as typed arrays over one buffer, so that they are built once and opened at once anywhere. */
export interface Packed extends Roots {
  readonly buffer: ArrayBuffer;
  /** Of every row: the hash of the word after its root; 0 when there is none or it may go on. */
  readonly nexts: Int32Array;
  /** Of every row: flags, and the sign (a code unit) that must stand before it, 0 for none. */
  readonly guards: Int32Array;
  /** Of every row that may be `sure`: `spellingHash` of its spelling. */
  readonly exacts: Int32Array;
  /** Of every row: which entry it is of (counted through all lists) and which of its spellings, as `ownerNumber` puts them together. */
  readonly owners: Int32Array;
  /** Codes of characters of scripts without spaces that are roots alone. */
  readonly singles: Int32Array;
  /** Of every row that may be `sure`: the length of its spelling. */
  readonly lengths: Uint8Array;
}

/** Where the number of letters of a row's Hebrew word stands, with up to two more in front; 0 for any other root. */
export const lettersShift = 24;
/** Rows whose root may go on, and rows of negative lists. */
export const freeEnd = 1 << 16;
export const negative = 1 << 17;
/** Rows that hit wherever their spelling stands letter by letter between spaces, whatever stands around. */
export const sure = 1 << 18;
/** Sure rows that need no space after them, but no mark either: characters side by side, and what may go on. */
export const openEnd = 1 << 19;
/** Sure rows that a letter before or a point after may make part of something else: handles, hashtags, domains. */
export const closeSides = 1 << 20;
export const headUnit = 0xffff;

export const ownerNumber = (entry: number, spelling: number): number => entry * mostSpellings + spelling;
export const entryIn = (owner: number): number => Math.floor(owner / mostSpellings);
export const spellingIn = (owner: number): number => owner % mostSpellings;

/** First number of the buffer; another one means other arrays. */
const format = 2;
const headLength = 3;

/** Empty arrays for so many rows and characters, over one buffer. */
export function emptyPacked(rows: number, singles: number): Packed {
  const buffer = new ArrayBuffer(bytesFor(rows, singles));
  new Int32Array(buffer, 0, headLength).set([format, rows, singles]);
  return openPacked(buffer);
}

const bytesFor = (rows: number, singles: number): number => {
  const { filter, slots } = rootSizes(rows);
  return 4 * (headLength + filter + slots + rows * 6 + singles) + rows;
};

/** The arrays over a buffer that `emptyPacked` laid out. Throws `RangeError` for any other buffer. */
export function openPacked(buffer: ArrayBuffer): Packed {
  const [found, rows = 0, singles = 0] = new Int32Array(buffer, 0, headLength);
  if (found !== format || buffer.byteLength !== bytesFor(rows, singles)) throw new RangeError("another format");
  const sizes = rootSizes(rows);
  let at = headLength * 4;
  const numbers = (length: number) => {
    const array = new Int32Array(buffer, at, length);
    at += length * 4;
    return array;
  };
  return {
    buffer,
    filter: numbers(sizes.filter),
    slots: numbers(sizes.slots),
    hashes: numbers(rows),
    others: numbers(rows),
    nexts: numbers(rows),
    guards: numbers(rows),
    exacts: numbers(rows),
    owners: numbers(rows),
    singles: numbers(singles),
    lengths: new Uint8Array(buffer, at, rows),
  };
}

/** What the scanner knows of one spelling of an entry. */
export interface SpellingRow {
  /** Which of the entry's spellings it is. */
  readonly spelling: number;
  readonly hash: number;
  readonly next: number;
  readonly guard: number;
  /** `spellingHash` and length of the spelling in small letters, as it stands in a text. */
  readonly exact: number;
  readonly length: number;
  /** Code of the character that is its root alone, null for any other root. */
  readonly single: number | null;
}
