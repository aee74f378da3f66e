import { readFileSync } from "node:fs";
import { env } from "node:process";
import { gzipSync } from "node:zlib";
import Sentiment from "sentiment";
import vader from "vader-sentiment";
import wink from "wink-sentiment";
import { defaultTriageSettings } from "../lib/schema/triage-settings.ts";
import { readModel, type TriageModel } from "../lib/triage/model/asset.ts";
import { triage } from "../lib/triage/triage.ts";
import { modelUrl } from "../scripts/triage-model/asset-file.ts";
import { openData } from "../scripts/triage-model/data.ts";
import { type Labelled, type Metric, macroF1, macroRecall } from "../scripts/triage-model/metrics.ts";
import plainPosts from "../scripts/triage-model/plain-posts.json" with { type: "json" };
import { sideOf } from "../scripts/triage-model/split.ts";
import type { Benchmark, Row } from "./kit/benchmark.ts";
import { median } from "./kit/numbers.ts";

type Reader = (text: string) => string;

const counts = { replies: null, reposts: null, likes: null, views: null };
const label = (score: number, edge: number): string => (score >= edge ? "positive" : score <= -edge ? "negative" : "neutral");
const afinn = new Sentiment();
/** Each with the marks between moods that its makers name. */
const peers: Readonly<Record<string, Reader>> = {
  "vader-sentiment": (text) => label(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
  "sentiment (AFINN)": (text) => label(afinn.analyze(text).score, 1),
  "wink-sentiment": (text) => label(wink(text).normalizedScore, 0.01),
};
const ours =
  (model: TriageModel): Reader =>
  (text) =>
    triage({ text, lang: null, counts, verified: null, postedAt: null }, 0, defaultTriageSettings, model).sentimentLabel;

/** Microseconds a post. */
function timeEach(read: Reader, posts: readonly string[]): number {
  const from = performance.now();
  for (const post of posts) read(post);
  return ((performance.now() - from) * 1000) / posts.length;
}

function* speed(readers: Readonly<Record<string, Reader>>, rounds: number): Generator<Row> {
  const all = Object.values(plainPosts).flat();
  const posts = all.map((post, at) => [post, all[at + 1], all[at + 2]].join(" "));
  const times = new Map(Object.keys(readers).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, read] of Object.entries(readers)) times.get(name)?.push(timeEach(read, posts));
  }
  for (const [name, each] of times) {
    yield { metric: `${name}: a post`, value: median(each), unit: "us", gate: name === "ours" ? 200 : null, aim: null, better: "lower" };
  }
}

const moods = ["negative", "neutral", "positive"];

function* quality(readers: Readonly<Record<string, Reader>>, folder: string): Generator<Row> {
  const data = openData(folder);
  const sets: readonly (readonly [name: string, set: string, metric: Metric<Labelled>, gate: number, aim: number])[] = [
    ["English tweets, macro-recall", "tweeteval_sentiment_en", macroRecall, 62, 69],
    ["posts to airlines, macro-F1", "airline_en", macroF1, 65, 72],
  ];
  for (const [about, set, metric, gate, aim] of sets) {
    const rows = data.rows(set).filter(({ text = "", label: truth = "" }) => moods.includes(truth) && sideOf(text) === "test");
    for (const [name, read] of Object.entries(readers)) {
      const value = 100 * metric(rows.map(({ text = "", label: truth = "" }) => ({ truth, answer: read(text) })));
      const marks = name === "ours" ? { gate, aim } : { gate: null, aim: null };
      yield { metric: `${name}: ${about}`, value, unit: "%", ...marks, better: "higher" };
    }
  }
}

function* cost(bytes: Uint8Array, rounds: number): Generator<Row> {
  const lower = { better: "lower" } as const;
  yield { ...lower, metric: "asset, compressed", value: gzipSync(bytes, { level: 9 }).length / 1e6, unit: "MB", gate: 1.5, aim: 0.6 };
  const open = () => {
    const from = performance.now();
    const model = readModel(bytes);
    for (const name of ["language", "en"]) model.family(name);
    return performance.now() - from;
  };
  const times = Array.from({ length: rounds }, open);
  yield { ...lower, metric: "asset, opened for English", value: median(times), unit: "ms", gate: 50, aim: null };
}

const benchmark: Benchmark = {
  about: "triage against sentiment packages: speed, and with TRIAGE_DATA=DIR (labelled posts) quality",
  rounds: 30,
  async *run({ rounds, note }) {
    const bytes = new Uint8Array(readFileSync(modelUrl));
    const readers = { ours: ours(readModel(bytes)), ...peers };
    yield* cost(bytes, rounds);
    yield* speed(readers, rounds);
    if (env.TRIAGE_DATA) yield* quality(readers, env.TRIAGE_DATA);
    else note("no TRIAGE_DATA: quality is left out");
  },
};

export default benchmark;
