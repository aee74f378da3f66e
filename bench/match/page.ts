import { compileMatcher } from "../../lib/detect/exact/compile.ts";
import type { Matcher } from "../../lib/detect/exact/matcher.ts";
import { packedFromText, packedToText } from "../../lib/detect/pack/carry.ts";
import { packMatcher, packSteps, sliceMs } from "../../lib/detect/pack/pack.ts";
import { openScreen, type Screen } from "../../lib/detect/screen/screen.ts";
import { median } from "../kit/numbers.ts";
import { inventCorpus, listOf } from "./corpus.ts";
import { hostileTexts } from "./hostile.ts";
import { type Count, peers } from "./peers.ts";

/* Runs in the browser that is measured. */

export const sizes = [10, 1000, 20_000] as const;

const corpus = inventCorpus(20_000, 20_000);
const keywordsOf = (size: number) => corpus.keywords.slice(0, size);
/** Posts of one round: enough for the clock, few enough that a round is over before the machine's load changes. */
const roundPosts = 2000;
const peerMs = 20;
/** Every post twice, so that the code is compiled and every keyword was met. */
const warmRounds = 20;

const table = new Uint16Array(0x10000).map((_, unit) => unit & 0xff);

/** The least that looking at every letter can cost. */
function ceiling(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum += table[text.charCodeAt(at)] as number;
  return sum;
}

const roundOf = (round: number): readonly string[] => {
  const start = (round * roundPosts) % corpus.posts.length;
  return corpus.posts.slice(start, start + roundPosts);
};

let kept = 0;

/** Nanoseconds per code unit of `read` over the texts; it stops early after `mostMs`. */
function cost(texts: readonly string[], read: Count, mostMs = Number.POSITIVE_INFINITY): number {
  const start = performance.now();
  let units = 0;
  for (const [index, text] of texts.entries()) {
    kept += read(text);
    units += text.length;
    if (mostMs < 1000 && (index & 7) === 7 && performance.now() - start > mostMs) break;
  }
  return ((performance.now() - start) * 1e6) / units;
}

const counter =
  (matcher: Matcher): Count =>
  (text) =>
    matcher.match(text, null).length;

export interface Throughput {
  readonly ceilingNs: number;
  /** By size: share of the ceiling, and nanoseconds per code unit. */
  readonly ours: readonly { readonly share: number; readonly ns: number; readonly hits: number }[];
  readonly tenTo20k: number;
}

/** Our matcher against the ceiling, alternating within each round. */
export function throughput(rounds: number): Throughput {
  const matchers = sizes.map((size) => counter(compileMatcher([listOf(keywordsOf(size))])));
  const measured = Array.from({ length: rounds + warmRounds }, (_, round) => {
    const texts = roundOf(round);
    return { floor: cost(texts, ceiling), ours: matchers.map((matcher) => cost(texts, matcher)) };
  }).slice(warmRounds);
  const middle = (of: (round: (typeof measured)[number]) => number) => median(measured.map(of));
  return {
    ceilingNs: middle((round) => round.floor),
    ours: matchers.map((matcher, at) => ({
      share: middle((round) => round.floor / (round.ours[at] ?? Number.NaN)),
      ns: middle((round) => round.ours[at] ?? Number.NaN),
      hits: corpus.posts.filter((post) => matcher(post) > 0).length / corpus.posts.length,
    })),
    tenTo20k: middle((round) => (round.ours[2] ?? Number.NaN) / (round.ours[0] ?? Number.NaN)),
  };
}

/** Keywords of each community. */
const communityKeywords = 1000;

/**
 * What a post costs in three communities, as times what it costs in one: `screen` in the tab, which every post goes through, and `whole` with the exact
 * reading by the lists of each of what the screen lets through.
 */
export function communities(rounds: number): { readonly screen: number; readonly whole: number } {
  const lists = [0, 1, 2].map((at) => listOf(corpus.keywords.slice(at * communityKeywords, (at + 1) * communityKeywords)));
  const readers = (of: typeof lists) => {
    const screen = openScreen(packMatcher(of));
    const matchers = of.map((list) => counter(compileMatcher([list])));
    const look: Count = (text) => (screen.look(text) === "none" ? 0 : 1);
    const read: Count = (text) => (look(text) === 0 ? 0 : matchers.reduce((sum, matcher) => sum + matcher(text), 0));
    return { look, read };
  };
  const [three, one] = [readers(lists), readers(lists.slice(0, 1))];
  const measured = Array.from({ length: rounds + warmRounds }, (_, round) => {
    const texts = roundOf(round);
    // Whoever reads a text first fetches it from memory, too: in one round these, in the next those.
    const times = (three: Count, one: Count): number => {
      if (round % 2 === 0) return cost(texts, three) / cost(texts, one);
      const alone = cost(texts, one);
      return cost(texts, three) / alone;
    };
    cost(texts, ceiling);
    return { screen: times(three.look, one.look), whole: times(three.read, one.read) };
  }).slice(warmRounds);
  return { screen: median(measured.map(({ screen }) => screen)), whole: median(measured.map(({ whole }) => whole)) };
}

/** How many times as fast as each peer our matcher is, at one size; null for a peer that cannot take the list. */
export function againstPeers(size: number, rounds: number): readonly { readonly name: string; readonly times: number | null }[] {
  const keywords = keywordsOf(size);
  const ours = counter(compileMatcher([listOf(keywords)]));
  const tried = peers.map(({ name, compile }) => {
    try {
      const count = compile(keywords);
      kept += count(corpus.posts[0] ?? "");
      return { name, count };
    } catch {
      return { name, count: null };
    }
  });
  for (let round = 0; round < warmRounds; round++) cost(roundOf(round), ours);
  const measured = Array.from({ length: rounds + 2 }, (_, round) => {
    const texts = roundOf(round);
    const own = cost(texts, ours);
    return tried.map(({ count }) => (count ? cost(texts, count, peerMs) / own : Number.NaN));
  }).slice(2);
  return tried.map(({ name, count }, at) => ({ name, times: count ? median(measured.map((round) => round[at] ?? Number.NaN)) : null }));
}

/** Milliseconds to compile the longest list, its longest slice, and to open what was shipped; and how many bytes that is. */
export function compiling(rounds: number) {
  const list = listOf(keywordsOf(20_000));
  const measured = Array.from({ length: rounds }, () => {
    const start = performance.now();
    let longest = 0;
    let begin = start;
    for (const _ of packSteps([list])) {
      const now = performance.now();
      if (now - begin < sliceMs) continue;
      longest = Math.max(longest, now - begin);
      begin = performance.now();
    }
    longest = Math.max(longest, performance.now() - begin);
    const total = performance.now() - start;
    const text = packedToText(packMatcher([list]));
    const before = performance.now();
    kept += openScreen(packedFromText(text)).look(corpus.posts[0] ?? "").length;
    return { total, longest, open: performance.now() - before, bytes: text.length * 0.75 };
  });
  const middle = (key: keyof (typeof measured)[number]) => median(measured.map((round) => round[key]));
  const [first] = measured;
  return {
    totalMs: middle("total"),
    firstMs: first?.total ?? Number.NaN,
    longestSliceMs: middle("longest"),
    openMs: middle("open"),
    bytes: middle("bytes"),
  };
}

/** How many times as much a unit of each hostile text costs as one of the posts, with the longest list. */
export function hostile(rounds: number): readonly { readonly name: string; readonly times: number }[] {
  const keywords = keywordsOf(20_000);
  const ours = counter(compileMatcher([listOf(keywords)]));
  const texts = [...hostileTexts(keywords, corpus.posts[0] ?? "")];
  const measured = Array.from({ length: rounds + 3 }, (_, round) => {
    const clean = cost(roundOf(round), ours);
    return texts.map(([, text]) => cost([text], ours) / clean);
  }).slice(3);
  return texts.map(([name], at) => ({ name, times: median(measured.map((round) => round[at] ?? Number.NaN)) }));
}

let held: Screen | null = null;
let packedText = "";

/** Before the memory is weighed: what arrives in the tab. */
export function prepareMemory(): void {
  packedText = packedToText(packMatcher([listOf(keywordsOf(20_000))]));
}

/** Opens the longest list as a tab does, and reads all posts with it. */
export function holdMatcher(): number {
  held = openScreen(packedFromText(packedText));
  packedText = "";
  for (const post of corpus.posts) kept += held.look(post).length;
  return kept;
}
