import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { compileMatcher } from "../lib/detect/compile.ts";
import { draw } from "../tests/detect/draw.ts";
import { listOf } from "../tests/detect/lists.ts";
import { oracle } from "../tests/detect/oracle.ts";
import type { Benchmark } from "./kit/benchmark.ts";
import { Chance } from "./kit/numbers.ts";

const drawn = 100_000;
const lists = 5000;

/** Whether the matcher and the slow reading of the rules differ over one keyword and text. */
function differsFromOracle(seed: number): boolean {
  const { keyword, text } = draw(seed);
  const wanted = oracle(keyword, text).slice(0, 20);
  const found = compileMatcher([listOf(keyword)]).match(text, null);
  return JSON.stringify(found.map(({ start, end, form }) => ({ start, end, form }))) !== JSON.stringify(wanted);
}

/** Whether it differs from an Aho-Corasick machine with whole words, over a list of plain words and a text made of parts of them. */
function differsFromMachine(seed: number): boolean {
  const chance = new Chance(seed);
  const word = () => Array.from({ length: chance.between(1, 4) }, () => chance.pick("abc")).join("");
  const words = [...new Set(Array.from({ length: chance.between(1, 40) }, word))];
  const text = Array.from({ length: 25 }, () => `${word()}${chance.pick([" ", ", ", "", "-"])}`).join("");
  const isWhole = (begin: number, end: number) => !/\w/.test(text.charAt(begin - 1)) && !/\w/.test(text.charAt(end));
  const found = new AhoCorasick(words).matchInText(text).filter(({ begin, end }) => isWhole(begin, end));
  const wanted = found.map(({ begin, end }) => `${begin} ${end}`).slice(0, 20);
  const met = compileMatcher([listOf(...words)]).match(text, null);
  return met.map(({ start, end }) => `${start} ${end}`).join() !== wanted.join();
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
