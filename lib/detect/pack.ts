import type { KeywordList } from "../schema/keywords.ts";
import { emptyPacked } from "./packed.ts";
import { fillRoots, rowsPerStep } from "./roots.ts";
import { type Row, rowsOf } from "./row.ts";

/** Entries read between two pauses: well under a millisecond. */
const entriesPerStep = 32;

/**
 * Compiles keyword lists to one buffer for `openMatcher`; entries without a word are left out (`keywordProblem` names them). It pauses every few
 * entries; a caller that must not hold up anything else goes on later.
 */
export function* packSteps(lists: readonly KeywordList[]): Generator<undefined, ArrayBuffer> {
  const rows: Row[] = [];
  let read = 0;
  for (const { entries, negative = false } of lists) {
    for (const entry of entries) {
      for (const row of rowsOf(entry, negative)) rows.push(row);
      if (++read % entriesPerStep === 0) yield;
    }
  }
  const { bytes, places } = yield* encode(rows);
  const singles = new Set(rows.flatMap((row) => row.single ?? []));
  const packed = emptyPacked(rows.length, singles.size, bytes.length);
  packed.singles.set([...singles]);
  packed.places.set(places);
  packed.entries.set(bytes);
  yield;
  for (const [at, row] of rows.entries()) {
    packed.hashes[at] = row.hash;
    packed.nexts[at] = row.next;
    packed.guards[at] = row.guard;
  }
  yield* fillRoots(packed);
  return packed.buffer;
}

const mostBytesPerUnit = 3;

/** The entries of the rows in UTF-8, and where each begins and the last ends. */
function* encode(rows: readonly Row[]): Generator<undefined, { bytes: Uint8Array; places: Int32Array }> {
  const encoder = new TextEncoder();
  const space = new Uint8Array(rows.reduce((sum, row) => sum + row.entry.length, 0) * mostBytesPerUnit);
  const places = new Int32Array(rows.length + 1);
  let place = 0;
  for (const [at, row] of rows.entries()) {
    place += encoder.encodeInto(row.entry, space.subarray(place)).written;
    places[at + 1] = place;
    if (at % rowsPerStep === 0) yield;
  }
  return { bytes: space.subarray(0, place), places };
}

/** Compiles at one go. */
export function packMatcher(lists: readonly KeywordList[]): ArrayBuffer {
  const steps = packSteps(lists);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
