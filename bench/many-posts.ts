import { cpuUsage } from "node:process";
import { matcherOf } from "../components/keywords/finder.ts";
import { scorerOf, tryPosts } from "../components/keywords/many-posts.ts";
import { compileMatcher } from "../lib/detect/exact/compile.ts";
import { modelFromFile } from "../scripts/triage-model/asset-file.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";
import { inventCorpus, listOf } from "./match/corpus.ts";

const [posts, keywords] = [1_000, 1_000];

const benchmark: Benchmark = {
  about: "an edited list of 1,000 keywords tried on 1,000 posts, as the keywords page does it, with the scores of what it finds",
  rounds: 5,
  async *run({ rounds }) {
    const corpus = inventCorpus(posts, keywords);
    const lists = [listOf(corpus.keywords)];
    const tried = corpus.posts.map((text) => ({ text, lang: null, author: null }));
    const score = scorerOf(undefined, modelFromFile(), 0);
    const times = { compile: [] as number[], whole: [] as number[], cpu: [] as number[], stall: [] as number[] };
    let found = 0;
    for (let round = 0; round <= rounds; round++) {
      const start = performance.now();
      const edited = matcherOf(lists);
      const compiled = performance.now();
      const before = cpuUsage();
      let [slice, stall] = [performance.now(), 0];
      const breath = async () => {
        stall = Math.max(stall, performance.now() - slice);
        await new Promise((resolve) => setImmediate(resolve));
        slice = performance.now();
      };
      const running = { now: () => performance.now(), breath, signal: new AbortController().signal, onProgress: () => {} };
      const outcome = await tryPosts(tried, { edited, live: compileMatcher([]), score }, running);
      found = outcome?.found ?? 0;
      const { user, system } = cpuUsage(before);
      // The first round warms up.
      if (round === 0) continue;
      times.compile.push(compiled - start);
      times.whole.push(performance.now() - compiled);
      times.cpu.push((user + system) / 1000);
      times.stall.push(stall);
    }
    const row = { gate: null, aim: null, better: "lower" } as const;
    yield { ...row, metric: "1,000 posts against 1,000 keywords, scored", value: median(times.whole), unit: "ms", gate: 200 };
    yield { ...row, metric: "the same in processor time", value: median(times.cpu), unit: "ms" };
    yield { ...row, metric: "making the list ready before", value: median(times.compile), unit: "ms" };
    yield { ...row, metric: "longest slice", value: median(times.stall), unit: "ms" };
    yield { ...row, metric: "posts found and scored", value: found, unit: "" };
  },
};
export default benchmark;
