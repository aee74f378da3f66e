import { type Roots, rootSizes } from "./roots.ts";

/** Compiled keyword lists as typed arrays over one buffer, so that they are built once and opened at once anywhere. */
export interface Packed extends Roots {
  readonly buffer: ArrayBuffer;
  /** Of every row: the hash of the word after its root; 0 when there is none or it may go on. */
  readonly nexts: Int32Array;
  /** Of every row: flags, and the sign (a code unit) that must stand before it, 0 for none. */
  readonly guards: Int32Array;
  /** Where the entry of each row begins among `entries`; one more for the end. */
  readonly places: Int32Array;
  /** The entries as JSON, in UTF-8. */
  readonly entries: Uint8Array;
  /** Codes of characters of scripts without spaces that are roots alone. */
  readonly singles: Int32Array;
}

/** Where the number of letters of a row's Hebrew word stands, with up to two more in front; 0 for any other root. */
export const lettersShift = 24;
/** Rows whose root may go on, and rows of negative lists. */
export const freeEnd = 1 << 16;
export const negative = 1 << 17;
/**
 * Rows whose spelling in small letters alone tells a hit, nothing else being asked: one word of letters; or characters side by side, of which the root
 * is only the first, and what follows them is no matter, unless it is a mark.
 */
export const plainWord = 1 << 18;
export const plainRun = 1 << 19;
export const headUnit = 0xffff;

/** First number of the buffer; another one means other arrays. */
const format = 1;
const headLength = 4;

/** Empty arrays for so many rows, characters and bytes of entries, over one buffer. */
export function emptyPacked(rows: number, singles: number, bytes: number): Packed {
  const buffer = new ArrayBuffer(bytesFor(rows, singles) + bytes);
  new Int32Array(buffer, 0, headLength).set([format, rows, singles, bytes]);
  return openPacked(buffer);
}

const bytesFor = (rows: number, singles: number): number => {
  const { filter, slots } = rootSizes(rows);
  return 4 * (headLength + filter + slots + rows * 5 + 1 + singles);
};

/** The arrays over a buffer that `emptyPacked` laid out. Throws `RangeError` for any other buffer. */
export function openPacked(buffer: ArrayBuffer): Packed {
  const [found, rows = 0, singles = 0, bytes = 0] = new Int32Array(buffer, 0, headLength);
  if (found !== format || buffer.byteLength !== bytesFor(rows, singles) + bytes)
    throw new RangeError("not a packed keyword list of this format");
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
    places: numbers(rows + 1),
    singles: numbers(singles),
    entries: new Uint8Array(buffer, at, bytes),
  };
}
