import type { Page } from "puppeteer-core";
import type { BrowserName } from "../scripts/machine/browser-path.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { eachBrowser } from "./kit/browsers.ts";
import { bundle } from "./kit/bundle.ts";
import { heap } from "./kit/heap.ts";
import { missingBrowser } from "./kit/missing.ts";
import type * as pageCode from "./match/page.ts";

const sizes = [10, 1000, 20_000] as const;

const marks: Record<BrowserName, { readonly gate: readonly number[]; readonly aim: readonly number[] }> = {
  chromium: { gate: [0.42, 0.25, 0.14], aim: [0.55, 0.35, 0.25] },
  firefox: { gate: [0.25, 0.18, 0.1], aim: [0.35, 0.25, 0.18] },
};
const peerMarks = { gate: [3.5, 4, 4], aim: [5, 6, 8] };
const bareRow = { unit: "", gate: null, aim: null, better: "lower" } as const;
/** The hostile texts that the issue names; the others are looked at too. */
const namedHostile = /^(zalgo|one letter|keywords|first words)/;

type PageCode = typeof pageCode;
const call = <N extends keyof PageCode>(page: Page, name: N, ...args: number[]) =>
  page.evaluate(`matchPage.${name}(${args.join(",")})`) as Promise<PageCode[N] extends (...args: never) => infer R ? R : never>;

async function* speed(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  const { ceilingNs, ours, tenTo20k } = await call(page, "throughput", rounds);
  yield { ...bareRow, metric: `${browser}: ceiling`, value: ceilingNs, unit: "ns/unit" };
  for (const [at, { share, hits }] of ours.entries()) {
    const size = sizes[at]?.toLocaleString("en");
    yield {
      metric: `${browser}: throughput / ceiling, ${size} keywords`,
      value: share,
      unit: "",
      gate: marks[browser].gate[at] ?? null,
      aim: marks[browser].aim[at] ?? null,
      better: "higher",
    };
    yield { ...bareRow, metric: `${browser}: posts with a hit, ${size} keywords`, value: hits * 100, unit: "%" };
  }
  yield { metric: `${browser}: cost at 20,000 / cost at 10`, value: tenTo20k, unit: "", gate: 3.5, aim: 2, better: "lower" };
}

async function* communityRows(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  const { screen, whole } = await call(page, "communities", rounds);
  const row = { unit: "x", better: "lower" } as const;
  yield { ...row, metric: `${browser}: screening a post for three communities / for one`, value: screen, gate: 1.3, aim: 1.1 };
  yield { ...row, metric: `${browser}: the same with the exact reading for each`, value: whole, gate: null, aim: null };
}

async function* peerRows(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  for (const [at, size] of sizes.entries()) {
    const against = await call(page, "againstPeers", size, rounds);
    const times = against.map((peer) => ({ ...peer, times: peer.times ?? Number.POSITIVE_INFINITY })).sort((a, b) => a.times - b.times);
    for (const [place, { name, times: value }] of times.entries()) {
      const metric = `${browser}: times ${place === 0 ? "the best peer" : "peer"} ${name}, ${size.toLocaleString("en")} keywords`;
      const [gate, aim] = place === 0 ? [peerMarks.gate[at] ?? null, peerMarks.aim[at] ?? null] : [null, null];
      if (Number.isFinite(value)) yield { metric, value, unit: "x", gate, aim, better: "higher" };
    }
  }
}

async function* compileRows(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  const { totalMs, firstMs, longestSliceMs, openMs, bytes } = await call(page, "compiling", rounds);
  const row = { unit: "ms", better: "lower" } as const;
  yield { ...row, metric: `${browser}: compile 20,000 (background)`, value: totalMs, gate: 50, aim: null };
  yield { ...row, metric: `${browser}: the same, the first time`, value: firstMs, gate: null, aim: null };
  yield { ...row, metric: `${browser}: longest slice of it`, value: longestSliceMs, gate: 6, aim: null };
  yield { ...row, metric: `${browser}: open 20,000 shipped compiled (tab)`, value: openMs, gate: 50, aim: 5 };
  yield { ...row, metric: `${browser}: shipped bytes`, value: bytes / 2 ** 20, unit: "MiB", gate: null, aim: null };
}

async function* memoryRows(browser: BrowserName, page: Page): AsyncGenerator<Figure> {
  // Only Chromium says what a page's heap holds.
  if (browser !== "chromium") return;
  await call(page, "prepareMemory");
  const before = await heap(page);
  await call(page, "holdMatcher");
  const value = ((await heap(page)) - before) / 2 ** 20;
  yield { metric: `${browser}: memory per tab, 20,000 keywords`, value, unit: "MiB", gate: 6, aim: 3, better: "lower" };
}

async function* hostileRows(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  const texts = await call(page, "hostile", rounds);
  for (const { name, times } of texts) yield { ...bareRow, metric: `${browser}: hostile / clean, ${name}`, value: times };
  const worst = Math.max(...texts.filter(({ name }) => namedHostile.test(name)).map(({ times }) => times));
  yield { metric: `${browser}: worst hostile / clean`, value: worst, unit: "", gate: 4, aim: 2, better: "lower" };
}

const benchmark: Benchmark = {
  about: "the matcher in both browsers: against the cost of looking at every letter, and against its peers",
  missing: () => missingBrowser(),
  rounds: 30,
  async *run({ rounds, note }) {
    const script = await bundle(new URL("./match/page.ts", import.meta.url), "matchPage");
    for await (const { name, browser } of eachBrowser(note)) {
      const page = await browser.newPage();
      await page.evaluate(`${script};globalThis.matchPage = matchPage;`);
      yield* memoryRows(name, page);
      yield* speed(name, page, rounds);
      yield* compileRows(name, page, Math.ceil(rounds / 3));
      yield* communityRows(name, page, Math.ceil(rounds / 3));
      yield* hostileRows(name, page, Math.ceil(rounds / 3));
      yield* peerRows(name, page, Math.ceil(rounds / 3));
    }
  },
};

export default benchmark;
