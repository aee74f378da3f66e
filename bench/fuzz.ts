import { compileMatcher } from "../lib/detect/exact/compile.ts";
import { draw } from "../tests/detect/draw.ts";
import { listOf } from "../tests/detect/lists.ts";
import { againstMachine } from "../tests/detect/machine.ts";
import { oracle } from "../tests/detect/oracle.ts";
import type { Benchmark } from "./kit/benchmark.ts";

const drawn = 100_000;
const lists = 5000;

/** Whether the matcher and the slow reading of the rules differ over one keyword and text. */
function differsFromOracle(seed: number): boolean {
  const { keyword, text } = draw(seed);
  const wanted = oracle(keyword, text).slice(0, 20);
  const found = compileMatcher([listOf(keyword)]).match(text, null);
  return JSON.stringify(found.map(({ start, end, form }) => ({ start, end, form }))) !== JSON.stringify(wanted);
}

/** Whether it differs from an Aho-Corasick machine with whole words. */
function differsFromMachine(seed: number): boolean {
  const { ours, theirs } = againstMachine(seed);
  return ours.join() !== theirs.join();
}

const count = (rounds: number, differs: (seed: number) => boolean) =>
  Array.from({ length: rounds }, (_, seed) => differs(seed + 1)).filter(Boolean).length;

const benchmark: Benchmark = {
  about: "the matcher against slow and foreign readings of the same rules, on random texts and lists",
  rounds: drawn,
  async *run({ rounds, note }) {
    note(`${rounds.toLocaleString("en")} texts, ${lists.toLocaleString("en")} lists`);
    const row = { unit: "", gate: 0, aim: 0, better: "lower" } as const;
    yield { ...row, metric: "differences from the oracle", value: count(rounds, differsFromOracle) };
    yield { ...row, metric: "differences from @monyone/aho-corasick", value: count(lists, differsFromMachine) };
  },
};

export default benchmark;
