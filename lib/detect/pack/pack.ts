import type { KeywordList } from "../../schema/keywords.ts";
import { emptyPacked, ownerNumber, type SpellingRow } from "./packed.ts";
import { fillRoots, rowsPerStep } from "./roots.ts";
import { rowsOf } from "./row.ts";

/** Entries read between two pauses: well under a millisecond. */
const entriesPerStep = 32;

/** How long packing runs between two pauses where it must not hold up anything else, in ms; a step takes less than that. */
export const sliceMs = 3;

/**
 * Compiles keyword lists to one buffer for `openScreen` and `openMatcher`; entries without a word are left out (`keywordProblem` names them). It
 * pauses every few entries; a caller that must not hold up anything else goes on later.
 */
export function* packSteps(lists: readonly KeywordList[]): Generator<undefined, ArrayBuffer> {
  const rows: SpellingRow[] = [];
  const owners: number[] = [];
  let entryCount = 0;
  for (const { entries, negative = false } of lists) {
    for (const entry of entries) {
      for (const row of rowsOf(entry, negative)) owners[rows.push(row) - 1] = ownerNumber(entryCount, row.spelling);
      if (++entryCount % entriesPerStep === 0) yield;
    }
  }
  yield;
  const singles = new Set<number>();
  for (const { single } of rows) if (single !== null) singles.add(single);
  yield;
  const packed = emptyPacked(rows.length, singles.size);
  packed.singles.set([...singles]);
  packed.owners.set(owners);
  yield;
  for (const [at, row] of rows.entries()) {
    packed.hashes[at] = row.hash;
    packed.nexts[at] = row.next;
    packed.guards[at] = row.guard;
    packed.exacts[at] = row.exact;
    packed.lengths[at] = row.length;
    if (at % rowsPerStep === 0) yield;
  }
  yield* fillRoots(packed);
  return packed.buffer;
}

/** Compiles in slices of `sliceMs`, with a `pause` between two, so that it holds up nothing else. */
export async function packInSlices(
  lists: readonly KeywordList[],
  nowMs: () => number,
  pause: () => Promise<unknown>,
): Promise<ArrayBuffer> {
  const steps = packSteps(lists);
  for (let endMs = nowMs() + sliceMs; ; ) {
    const step = steps.next();
    if (step.done) return step.value;
    if (nowMs() < endMs) continue;
    await pause();
    endMs = nowMs() + sliceMs;
  }
}

/** Compiles at one go, without pauses. */
export function packMatcher(lists: readonly KeywordList[]): ArrayBuffer {
  const steps = packSteps(lists);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
