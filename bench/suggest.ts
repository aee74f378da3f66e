import { emptyLibrary, indexItem, indexPrecedent, type Library, packLibrary, unpackLibrary } from "../lib/suggest/library.ts";
import { rank } from "../lib/suggest/rank.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { missingSet } from "./kit/missing.ts";
import { median, quantile } from "./kit/numbers.ts";
import { Speech } from "./suggest/invented.ts";
import { measureRecall, readPages } from "./suggest/support-pages.ts";

const items = 10_000;
const precedents = 2_000;
const queries = 200;
const postWords = 30;

async function* recallRows(data: string): AsyncGenerator<Figure> {
  const set = await readPages(data);
  const ours = measureRecall(set, "ranked");
  const frequent = measureRecall(set, "most frequent");
  const row = { unit: "%", better: "higher" } as const;
  yield { ...row, metric: `recall at 1, ${ours.posts} unseen posts`, value: ours.first, gate: 40, aim: 50 };
  yield { ...row, metric: "recall at 5", value: ours.five, gate: 60, aim: 70 };
  yield { ...row, metric: "most frequent page, recall at 1", value: frequent.first, gate: null, aim: null };
  yield { ...row, metric: "most frequent page, recall at 5", value: frequent.five, gate: null, aim: null };
}

function build(speech: Speech): Library {
  const library = emptyLibrary();
  for (let index = 0; index < items; index++) indexItem(library, speech.item(`i${index}`));
  for (let index = 0; index < precedents; index++) {
    indexPrecedent(library, speech.precedent(`p${index}`, `i${speech.chance.between(0, items - 1)}`));
  }
  return library;
}

/** The fastest of a few runs in ms: what else the machine does only ever adds. */
function timed(work: () => unknown, runs = 5): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

function slowest(library: Library, texts: readonly string[], rounds: number): number {
  const run = () =>
    quantile(
      texts.map((text) => timed(() => rank(library, { text, lang: "en", kind: "question" }))),
      0.95,
    );
  run();
  return median(Array.from({ length: rounds }, run));
}

const benchmark: Benchmark = {
  about: `suggestions: the right help page for a support post (with --data DIR), and the time over ${items} items and ${precedents} precedents`,
  rounds: 5,
  missing: async ({ data }) => data && missingSet(data, "replies_ibm_en"),
  async *run({ rounds, data, note }) {
    if (data === null) note("recall is left out: give the folder of the labelled data with --data DIR");
    else yield* recallRows(data);
    const speech = new Speech(7);
    const library = build(speech);
    const ms = { unit: "ms", better: "lower" } as const;
    const written = Array.from({ length: queries }, () => speech.say(postWords));
    const misspelt = Array.from({ length: queries }, () => speech.misspelt(postWords));
    yield { ...ms, metric: "exact, 95th percentile", value: slowest(library, written, rounds), gate: 2, aim: null };
    yield { ...ms, metric: "fuzzy on a miss, 95th percentile", value: slowest(library, misspelt, rounds), gate: 15, aim: null };
    const packed = packLibrary(library);
    const again = () => median(Array.from({ length: rounds }, () => timed(() => unpackLibrary(packed))));
    yield { ...ms, metric: "kept index, opened", value: again(), gate: null, aim: null };
    yield { ...ms, metric: "index built anew", value: timed(() => build(new Speech(7)), 1), gate: null, aim: null };
    yield { ...ms, metric: "one item changed", value: timed(() => indexItem(library, speech.item("i5"))), gate: null, aim: null };
    yield { metric: "kept index", value: packed.length / 2 ** 20, unit: "MiB", gate: null, aim: null, better: "lower" };
  },
};

export default benchmark;
