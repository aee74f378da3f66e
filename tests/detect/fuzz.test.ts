import { expect, test } from "vitest";
import { compileMatcher } from "../../lib/detect/exact/compile.ts";
import { Finder } from "../../lib/detect/exact/finder.ts";
import { readWords } from "../../lib/detect/letters/words.ts";
import { draw } from "./draw.ts";
import { listOf } from "./lists.ts";
import { againstMachine } from "./machine.ts";
import { oracle } from "./oracle.ts";

/** `npm run bench -- fuzz` goes on to a hundred thousand. */
const rounds = 3000;
const patienceMs = 60_000;

test("thousands of random texts and keywords: no difference from the slow reading", { timeout: patienceMs }, () => {
  let met = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const { keyword, text } = draw(seed);
    const wanted = oracle(keyword, text).slice(0, 20);
    const found = compileMatcher([listOf(keyword)]).match(text, null);
    expect(
      found.map(({ start, end, form }) => ({ start, end, form })),
      JSON.stringify({ seed, keyword, text }),
    ).toEqual(wanted);
    met += wanted.length;
  }
  expect(met).toBeGreaterThan(rounds / 2);
});

test("the scanner passes over nothing that a reading of every word finds", { timeout: patienceMs }, () => {
  let met = 0;
  for (let seed = 1; seed <= rounds; seed++) {
    const { keyword, text } = draw(seed);
    const keywords = [keyword, `${draw(seed + 1).keyword}*`, `#${draw(seed + 2).keyword}`];
    const finder = new Finder();
    for (const each of keywords) finder.add(each);
    const places = (found: readonly { start: number; end: number }[]) => new Set(found.map(({ start, end }) => `${start} ${end}`));
    const wanted = places(finder.find(text, readWords(text)));
    if (wanted.size > 20) continue;
    expect(places(compileMatcher([listOf(...keywords)]).match(text, null)), JSON.stringify({ seed, keywords, text })).toEqual(wanted);
    met += wanted.size;
  }
  expect(met).toBeGreaterThan(rounds / 2);
});

test("hundreds of lists of plain words: no difference from an Aho-Corasick machine with whole words", { timeout: patienceMs }, () => {
  let met = 0;
  for (let seed = 1; seed <= 500; seed++) {
    const { ours, theirs } = againstMachine(seed);
    expect(ours, JSON.stringify({ seed })).toEqual(theirs);
    met += theirs.length;
  }
  expect(met).toBeGreaterThan(1000);
});
