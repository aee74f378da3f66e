import { describe, expect, it } from "vitest";
import { fillRoots, firstRow, mayHave, type Roots, rootSizes, rowsPerStep, shiftFor } from "../../../lib/detect/pack/roots.ts";

function rootsOf(hashes: readonly number[]): { roots: Roots; pauses: number } {
  const sizes = rootSizes(hashes.length);
  const roots = {
    filter: new Int32Array(sizes.filter),
    slots: new Int32Array(sizes.slots),
    hashes: Int32Array.from(hashes),
    others: new Int32Array(hashes.length),
  };
  return { roots, pauses: [...fillRoots(roots)].length };
}

/** The numbers of all rows with a hash, from 1. */
function rows(roots: Roots, hash: number): number[] {
  const found: number[] = [];
  for (let row = firstRow(roots, hash); row !== 0; row = roots.others[row - 1] ?? 0) found.push(row);
  return found;
}

describe("rows by their hash", () => {
  it("are found, in order, and no others", () => {
    const { roots } = rootsOf([7, -3, 7, 0, 7]);
    expect(rows(roots, 7)).toEqual([1, 3, 5]);
    expect(rows(roots, -3)).toEqual([2]);
    expect(rows(roots, 0)).toEqual([4]);
    expect(rows(roots, 8)).toEqual([]);
  });

  it("are told apart where they would share a slot", () => {
    const { slots } = rootSizes(4);
    const { roots } = rootsOf([1, 1 + slots, 1 + 2 * slots, 1 + 3 * slots]);
    expect([0, 1, 2, 3].map((at) => rows(roots, 1 + at * slots))).toEqual([[1], [2], [3], [4]]);
  });

  it("have a bit each in the filter, but 0 has none", () => {
    const hashes = Array.from({ length: 500 }, (_, at) => Math.imul(at + 1, 0x9e3779b1));
    const { roots } = rootsOf([0, ...hashes]);
    expect(hashes.every((hash) => mayHave(roots, hash))).toBe(true);
    expect(mayHave(roots, 0)).toBe(false);
  });

  it("are filled in with pauses", () => {
    const many = Array.from({ length: 2 * rowsPerStep }, (_, at) => at + 1);
    expect(rootsOf(many).pauses).toBe(2);
    expect(rootsOf([1, 2]).pauses).toBe(0);
  });
});

describe("the sizes", () => {
  it("are powers of two with room, and the filter stays within its bounds", () => {
    expect(rootSizes(0)).toEqual({ filter: 1024, slots: 2 });
    expect(rootSizes(1000)).toEqual({ filter: 4096, slots: 2048 });
    expect(rootSizes(10_000_000).filter).toBe(65_536);
  });

  it("leave a place within the array after the shift", () => {
    expect(-1 >>> shiftFor(1024)).toBe(1023);
  });
});
