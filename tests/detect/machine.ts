import { AhoCorasick } from "@monyone/aho-corasick/fast";
import { Chance } from "../../bench/kit/numbers.ts";
import { compileMatcher } from "../../lib/detect/exact/compile.ts";
import { listOf } from "./lists.ts";

/** A list of plain words, and a text made of parts of them. */
function drawList(seed: number): { words: string[]; text: string } {
  const chance = new Chance(seed);
  const word = () => Array.from({ length: chance.between(1, 4) }, () => chance.pick("abc")).join("");
  const words = [...new Set(Array.from({ length: chance.between(1, 40) }, word))];
  return { words, text: Array.from({ length: 25 }, () => `${word()}${chance.pick([" ", ", ", "", "-"])}`).join("") };
}

/** The spans that our matcher and a foreign Aho-Corasick machine with whole words find, of a list and a text drawn from the seed. */
export function againstMachine(seed: number): { ours: string[]; theirs: string[] } {
  const { words, text } = drawList(seed);
  const isWhole = (begin: number, end: number) => !/\w/.test(text.charAt(begin - 1)) && !/\w/.test(text.charAt(end));
  const found = new AhoCorasick(words).matchInText(text).filter(({ begin, end }) => isWhole(begin, end));
  const met = compileMatcher([listOf(...words)]).match(text, null);
  return { ours: met.map(({ start, end }) => `${start} ${end}`), theirs: found.map(({ begin, end }) => `${begin} ${end}`).slice(0, 20) };
}
