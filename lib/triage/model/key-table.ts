import { keyBits } from "./features.ts";

/**
 * A set of keys with the place of each in their order. For every 32 keys that could be there are two numbers: a bit for each that is in the set,
 * and how many are before them.
 */
export type KeyTable = Int32Array;

/** From the gaps between ascending keys, each in groups of seven bits, the lowest first. */
export function openKeys(gaps: Uint8Array): KeyTable {
  const table = emptyTable();
  let key = -1;
  for (let at = 0; at < gaps.length; ) {
    let gap = 0;
    let shift = 0;
    let byte = 0x80;
    while (byte >= 0x80 && at < gaps.length) {
      byte = gaps[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
      shift += 7;
    }
    key += gap;
    mark(table, key);
  }
  return counted(table);
}

/** From ascending keys. */
export function keyTable(keys: readonly number[]): KeyTable {
  const table = emptyTable();
  for (const key of keys) mark(table, key);
  return counted(table);
}

const emptyTable = (): KeyTable => new Int32Array(2 ** (keyBits - 4));

function mark(table: KeyTable, key: number): void {
  const word = (key >>> 5) << 1;
  table[word] = (table[word] ?? 0) | (1 << (key & 31));
}

/** Fills in how many keys are before. */
function counted(table: KeyTable): KeyTable {
  let count = 0;
  for (let word = 0; word < table.length; word += 2) {
    table[word + 1] = count;
    count += onesIn(table[word] ?? 0);
  }
  return table;
}

function onesIn(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  return Math.imul((left + (left >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Place of a key in their order; -1 when it is none of them. */
export function placeOf(table: KeyTable, key: number): number {
  const word = (key >>> 5) << 1;
  const bits = table[word] ?? 0;
  if (((bits >>> (key & 31)) & 1) === 0) return -1;
  return (table[word + 1] ?? 0) + onesIn(bits & ((1 << (key & 31)) - 1));
}
