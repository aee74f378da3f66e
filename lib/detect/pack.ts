import type { KeywordList } from "../schema/keywords.ts";
import { emptyPacked } from "./packed.ts";
import { fillRoots } from "./roots.ts";
import { type Row, rowsOf } from "./row.ts";

/** Entries read between two pauses: well under a millisecond. */
const entriesPerStep = 16;

/**
 * Compiles keyword lists to one buffer for `openMatcher`; entries without a word are left out (`keywordProblem` names them). It pauses every few
 * entries; a caller that must not hold up anything else goes on later.
 */
export function* packSteps(lists: readonly KeywordList[]): Generator<undefined, ArrayBuffer> {
  const rows: Row[] = [];
  let read = 0;
  for (const { entries, negative = false } of lists) {
    for (const entry of entries) {
      rows.push(...rowsOf(entry, negative));
      if (++read % entriesPerStep === 0) yield;
    }
  }
  const order = Int32Array.from(rows.keys()).sort((a, b) => hashAt(rows, a) - hashAt(rows, b) || a - b);
  yield;
  return yield* lay(rows, order);
}

const hashAt = (rows: readonly Row[], index: number): number => rows[index]?.hash ?? 0;

function* lay(rows: readonly Row[], order: Int32Array): Generator<undefined, ArrayBuffer> {
  const encoder = new TextEncoder();
  const texts = rows.map((row) => encoder.encode(row.entry));
  yield;
  const singles = new Set(rows.flatMap((row) => row.single ?? []));
  const packed = emptyPacked(
    rows.length,
    singles.size,
    texts.reduce((sum, text) => sum + text.length, 0),
  );
  packed.singles.set([...singles]);
  let place = 0;
  for (const [at, index] of order.entries()) {
    const row = rows[index];
    const text = texts[index];
    if (!row || !text) continue;
    packed.hashes[at] = row.hash;
    packed.nexts[at] = row.next;
    packed.guards[at] = row.guard;
    packed.entries.set(text, place);
    place += text.length;
    packed.places[at + 1] = place;
  }
  yield;
  fillRoots(packed);
  return packed.hashes.buffer as ArrayBuffer;
}

/** Compiles at one go. */
export function packMatcher(lists: readonly KeywordList[]): ArrayBuffer {
  return run(packSteps(lists));
}

function run<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
