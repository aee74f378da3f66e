/** Rows of keywords by the hash of their root, all in typed arrays, so that they cross to the tabs as they are. */
export interface Roots {
  /** One bit for every hash that is there; the scanner asks it once for every letter of a text. */
  readonly filter: Int32Array;
  /** Open addressing: the number of the first row of a hash, from 1; 0 where nothing is. */
  readonly slots: Int32Array;
  /** The hash of every row. */
  readonly hashes: Int32Array;
  /** The number of the next row with the same hash, from 1; 0 after the last. */
  readonly others: Int32Array;
}

const slotsPerRow = 2;
const bitsPerRow = 128;
const bitsPerUnit = 32;
/**
 * Bounds of the filter. For small lists it stays within the processor's first cache; for the longest lists one look in fifty is a false alarm, which
 * costs less than leaving the second cache.
 */
const [leastFilter, mostFilter] = [1024, 65_536];

const powerOver = (count: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, count)));

/** The right shift that leaves a place in an array of so many (a power of two). */
export const shiftFor = (length: number): number => Math.clz32(length) + 1;

/** Sizes of the arrays for so many rows. */
export const rootSizes = (rows: number) => ({
  filter: Math.min(mostFilter, Math.max(leastFilter, powerOver((rows * bitsPerRow) / bitsPerUnit))),
  slots: powerOver(rows * slotsPerRow),
});

/** Rows between two pauses. */
export const rowsPerStep = 2048;

/** Fills the empty arrays of `roots` from its hashes, pausing now and then. Hash 0 gets no bit, since it stands for "nothing read yet". */
export function* fillRoots({ filter, slots, hashes, others }: Roots): Generator<undefined, void> {
  const filterShift = shiftFor(filter.length);
  const lastRows = new Int32Array(slots.length);
  for (const [row, hash] of hashes.entries()) {
    if (row % rowsPerStep === rowsPerStep - 1) yield;
    const slot = slotOf(slots, hashes, hash);
    const before = lastRows[slot] ?? 0;
    if (before === 0) slots[slot] = row + 1;
    else others[before - 1] = row + 1;
    lastRows[slot] = row + 1;
    if (hash !== 0) filter[hash >>> filterShift] = (filter[hash >>> filterShift] ?? 0) | (1 << hash);
  }
}

/** The slot of a hash, or the empty one where it would be. */
function slotOf(slots: Int32Array, hashes: Int32Array, hash: number): number {
  const last = slots.length - 1;
  let slot = (hash ^ (hash >>> 15)) & last;
  for (let row = slots[slot] ?? 0; row !== 0 && hashes[row - 1] !== hash; row = slots[slot] ?? 0) slot = (slot + 1) & last;
  return slot;
}

/** The number of the first row with this hash, from 1; 0 when there is none. */
export const firstRow = ({ slots, hashes }: Roots, hash: number): number => slots[slotOf(slots, hashes, hash)] ?? 0;

/** Whether the filter has the bit of a hash. */
export const mayHave = ({ filter }: Roots, hash: number): boolean => (((filter[hash >>> shiftFor(filter.length)] ?? 0) >>> hash) & 1) === 1;
