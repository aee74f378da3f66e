import { learnAmbiguity, type Measure } from "../scripts/ambiguity/report.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { missingSet } from "./kit/missing.ts";

const marks: Readonly<Record<string, { readonly gate: number; readonly aim: number | null }>> = {
  core: { gate: 78, aim: 85 },
  "company or fruit": { gate: 75, aim: null },
};

const benchmark: Benchmark = {
  about: "the company or the word, on names never seen in training (--data DIR holds the labelled sets; rounds are seeds)",
  rounds: 1,
  missing: ({ data }) => missingSet(data, "tweeteval_sentiment_en"),
  async *run({ rounds, data, note }) {
    if (data === null) return;
    for (let seed = 1; seed <= rounds; seed++) {
      const { measures, lines } = learnAmbiguity(data, seed);
      for (const line of lines) note(`seed ${seed}: ${line}`);
      for (const measure of measures) yield* rowsOf(measure, rounds > 1 ? `, seed ${seed}` : "");
    }
  },
};

function* rowsOf({ label, right, split }: Measure, seed: string): Generator<Figure> {
  const row = { unit: "", gate: null, aim: null, better: "higher" } as const;
  if (split === null) {
    yield { ...row, metric: `${label}: right${seed}`, value: right, unit: "%" };
    return;
  }
  const { macroF1, range, area, capitalRule } = split;
  yield { ...row, ...marks[label], metric: `${label}: macro-F1${seed}`, value: macroF1 };
  yield { ...row, metric: `${label}: macro-F1, 95 % from${seed}`, value: range[0] };
  yield { ...row, metric: `${label}: area under ROC${seed}`, value: area };
  yield { ...row, metric: `${label}: capital-letter rule${seed}`, value: capitalRule };
}

export default benchmark;
