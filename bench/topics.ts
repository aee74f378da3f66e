import { topicMinutes, topicWindow } from "../lib/schema/profile.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { simulate } from "./topics/simulate.ts";

const community = {
  ...{ seed: 52, days: 60, postsPerHour: 60, people: 21, answerMinutes: 20 },
  ...{ topics: 10, topicShare: 0.4, knowing: 14, window: topicWindow },
};

const longest = (waits: readonly number[]): number => waits.reduce((most, each) => Math.max(most, each), 0);
const withinHour = (waits: readonly number[]): number => (100 * waits.filter((each) => each <= 60).length) / waits.length;

/** The figures of one community, with and without topics. */
function* rows(name: string, people: number): Generator<Figure> {
  const row = { gate: null, aim: null } as const;
  for (const weight of [0, topicMinutes]) {
    const { plain, others, known, passedBy } = simulate({ ...community, people, topicMinutes: weight });
    const of = `${name}, ${weight === 0 ? "without topics" : `topics ${weight} min`}: `;
    yield { ...row, metric: `${of}longest wait of a post of no topic`, value: longest(plain), unit: "min", better: "lower" };
    yield { ...row, metric: `${of}of no topic, taken within an hour`, value: withinHour(plain), unit: "%", better: "higher" };
    yield { ...row, metric: `${of}of a topic, taken within an hour`, value: withinHour(others), unit: "%", better: "higher" };
    yield { ...row, metric: `${of}of a topic, to somebody who knows it`, value: 100 * known, unit: "%", better: "higher" };
    yield {
      ...{ metric: `${of}passed by a post that came later by`, value: passedBy, unit: "min", aim: null, better: "lower" },
      gate: 120 + weight,
    };
  }
}

const benchmark: Benchmark = {
  about: "what topics do to who waits, on 60 invented days of 1,440 posts each, the same at every run",
  rounds: 1,
  async *run() {
    yield* rows("21 people", 21);
    yield* rows("20 people", 20);
  },
};
export default benchmark;
