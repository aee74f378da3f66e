/** Rows of keywords by the hash of their first word, all in typed arrays, so that they cross to the tabs as they are. */
export interface Roots {
  /** One bit for every hash that is there; the scanner asks it once for every letter of a text. */
  readonly filter: Int32Array;
  /** Open addressing: the number after that of the first row of a hash, 0 where nothing is. */
  readonly slots: Int32Array;
  /** The hash of every row, equal ones together. */
  readonly hashes: Int32Array;
}

const emptySlots = 2;
/** So thin that not one letter in a hundred asks in vain. */
const bitsPerRow = 64;
const smallestFilter = 64;

const powerOver = (count: number, least: number): number => Math.max(least, 2 ** Math.ceil(Math.log2(Math.max(1, count))));

/** The right shift that leaves a place in an array of so many (a power of two). */
export const shiftFor = (length: number): number => Math.clz32(length) + 1;

/** Sizes of the arrays for so many rows. */
export const rootSizes = (rows: number) => ({
  filter: powerOver((rows * bitsPerRow) / 32, smallestFilter),
  slots: powerOver(rows * emptySlots, 16),
});

/** Fills the empty arrays of `roots` from its hashes. Hash 0 gets no bit: it is that of nothing read yet. */
export function fillRoots({ filter, slots, hashes }: Roots): void {
  const filterShift = shiftFor(filter.length);
  for (const [row, hash] of hashes.entries()) {
    if (row > 0 && hash === hashes[row - 1]) continue;
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = row + 1;
    if (hash !== 0) filter[hash >>> filterShift] = (filter[hash >>> filterShift] ?? 0) | (1 << hash);
  }
}

/** The first row with this hash; -1 when there is none. */
export function rowOf({ slots, hashes }: Roots, hash: number): number {
  const last = slots.length - 1;
  for (let slot = hash & last; ; slot = (slot + 1) & last) {
    const row = (slots[slot] ?? 0) - 1;
    if (row < 0 || hashes[row] === hash) return row;
  }
}
