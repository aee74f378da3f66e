import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { cpuUsage, execPath, memoryUsage } from "node:process";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import Sentiment from "sentiment";
import vader from "vader-sentiment";
import wink from "wink-sentiment";
import { defaultTriageSettings } from "../lib/schema/triage-defaults.ts";
import { readTriageModel, type TriageModel } from "../lib/triage/model/asset.ts";
import { triage } from "../lib/triage/triage.ts";
import { modelUrl } from "../scripts/triage-model/asset-file.ts";
import { type Data, openData } from "../scripts/triage-model/data.ts";
import { figureOf } from "../scripts/triage-model/measure.ts";
import { type Labelled, type Metric, macroF1, macroRecall } from "../scripts/triage-model/metrics.ts";
import plainPosts from "../scripts/triage-model/plain-posts.json" with { type: "json" };
import { splitOf } from "../scripts/triage-model/split.ts";
import { tasks } from "../scripts/triage-model/tasks.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { missingSet } from "./kit/missing.ts";
import { median } from "./kit/numbers.ts";

type Reader = (text: string) => string;

const commandPosts = 20_000;
const counts = { replies: null, reposts: null, likes: null, views: null };
const label = (score: number, edge: number): string => (score >= edge ? "positive" : score <= -edge ? "negative" : "neutral");
const afinn = new Sentiment();
/** Other packages, each with the marks between moods that its makers name. */
const peers: Readonly<Record<string, Reader>> = {
  "vader-sentiment": (text) => label(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, 0.05),
  "sentiment (AFINN)": (text) => label(afinn.analyze(text).score, 1),
  "wink-sentiment": (text) => label(wink(text).normalizedScore, 0.01),
};
const scorer = (model: TriageModel) => (text: string) =>
  triage({ text, lang: null, counts, verified: null, postedAt: null }, 0, defaultTriageSettings, model);

/** Microseconds of the processor a post, whatever else the machine does. */
function timeEach(read: Reader, posts: readonly string[]): number {
  const from = cpuUsage();
  for (const post of posts) read(post);
  const { user, system } = cpuUsage(from);
  return (user + system) / posts.length;
}

function* speed(readers: Readonly<Record<string, Reader>>, rounds: number): Generator<Figure> {
  const all = Object.values(plainPosts).flat();
  const posts = all.map((post, at) => [post, all[at + 1], all[at + 2]].join(" "));
  const times = new Map(Object.keys(readers).map((name) => [name, [] as number[]]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, read] of Object.entries(readers)) times.get(name)?.push(timeEach(read, posts));
  }
  const peerUs = median(times.get("vader-sentiment") ?? []);
  yield {
    metric: "ours, times vader-sentiment",
    value: median(times.get("ours") ?? []) / peerUs,
    unit: "x",
    gate: null,
    aim: null,
    better: "lower",
  };
  for (const [name, each] of times) {
    yield { metric: `${name}: a post`, value: median(each), unit: "us", gate: name === "ours" ? 200 : null, aim: null, better: "lower" };
  }
}

const moods = ["negative", "neutral", "positive"];

/** The two English sets that the packages can be read against. */
function* against(readers: Readonly<Record<string, Reader>>, data: Data): Generator<Figure> {
  const sets: readonly (readonly [name: string, set: string, metric: Metric<Labelled>])[] = [
    ["English tweets, macro-recall", "tweeteval_sentiment_en", macroRecall],
    ["posts to airlines, macro-F1", "airline_en", macroF1],
  ];
  for (const [about, set, metric] of sets) {
    const rows = data.rows(set).filter(({ text = "", label: truth = "" }) => moods.includes(truth) && splitOf(text) === "test");
    for (const [name, read] of Object.entries(readers)) {
      const value = 100 * metric(rows.map(({ text = "", label: truth = "" }) => ({ truth, answer: read(text) })));
      yield { metric: `${name}: ${about}`, value, unit: "%", gate: null, aim: null, better: "higher" };
    }
  }
}

/** The table of `npm run eval`; marks below zero are of figures that should be small. */
function* quality(model: TriageModel, data: Data): Generator<Figure> {
  for (const task of tasks) {
    const found = figureOf(data, task, "test", scorer(model));
    if (!found) continue;
    const mark = (share: number | null) => (share === null ? null : Math.abs(100 * share));
    const better = (task.gate ?? 0) < 0 ? "lower" : "higher";
    yield { metric: task.name.trim(), value: 100 * found.value, unit: "%", gate: mark(task.gate), aim: mark(task.aim), better };
  }
}

/** Posts as JSON lines through the command, with its start. */
async function throughCommand(posts: readonly string[]): Promise<Figure> {
  const command = spawn(execPath, [fileURLToPath(new URL("../scripts/triage.ts", import.meta.url))], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const from = performance.now();
  command.stdin.end(posts.map((text, at) => JSON.stringify({ id: String(at), text })).join("\n"));
  command.stdout.resume();
  await once(command, "close");
  const value = (1000 * posts.length) / (performance.now() - from);
  return { metric: "npm run -s triage, start and all", value, unit: "posts/s", gate: 5000, aim: null, better: "higher" };
}

const collect = () => {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
};

/** Bytes of the heap and of array buffers after a collection. */
function heapUsed(): number {
  collect();
  const { heapUsed: ofHeap, arrayBuffers } = memoryUsage();
  return ofHeap + arrayBuffers;
}

function* cost(bytes: Uint8Array, rounds: number): Generator<Figure> {
  const lower = { better: "lower" } as const;
  yield { ...lower, metric: "asset, gzip", value: gzipSync(bytes, { level: 9 }).length / 1e6, unit: "MB", gate: 1.5, aim: 0.6 };
  const open = () => {
    const from = performance.now();
    const model = readTriageModel(bytes);
    for (const name of ["language", "en"]) model.family(name);
    return performance.now() - from;
  };
  const before = heapUsed();
  const kept = readTriageModel(bytes);
  for (const name of ["language", "en", "id", "he", "zh", "nb", "vi", "rest"]) kept.family(name);
  const heap = (heapUsed() - before) / 1e6;
  if (kept.family("en"))
    yield { ...lower, metric: "heap, every language opened", value: heap + bytes.length / 1e6, unit: "MB", gate: 25, aim: null };
  const times = Array.from({ length: rounds }, open);
  yield { ...lower, metric: "asset, opened for English", value: median(times), unit: "ms", gate: 50, aim: null };
}

const benchmark: Benchmark = {
  about: "triage against sentiment packages: speed, and with --data DIR (labelled posts) quality",
  rounds: 30,
  missing: async ({ data }) => data && missingSet(data, "tweeteval_sentiment_en"),
  async *run({ rounds, data: folder, note }) {
    if (folder === null) note("quality is left out: give the folder of the labelled data with --data DIR");
    const bytes = new Uint8Array(readFileSync(modelUrl));
    yield* cost(bytes, rounds);
    const model = readTriageModel(bytes);
    const read = scorer(model);
    const readers: Readonly<Record<string, Reader>> = { ours: (text) => read(text).sentimentLabel, ...peers };
    yield* speed(readers, rounds);
    const posts = Object.values(plainPosts).flat();
    yield await throughCommand(
      Array.from({ length: commandPosts }, (_, at) => `${posts[at % posts.length]} ${posts[(at * 7) % posts.length]}`),
    );
    if (folder === null) return;
    const data = openData(folder);
    yield* against(readers, data);
    yield* quality(model, data);
  },
};

export default benchmark;
