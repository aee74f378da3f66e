import type { Page } from "puppeteer-core";
import type { BrowserName } from "../scripts/machine/browser-path.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { eachBrowser } from "./kit/browsers.ts";
import { bundle } from "./kit/bundle.ts";
import { heap } from "./kit/heap.ts";
import { missingBrowser } from "./kit/missing.ts";
import { median } from "./kit/numbers.ts";
import type * as pageCode from "./page/page.ts";

/** What a page lacks and the badges need: the words of the interface. */
const extensionApi = "globalThis.browser = { runtime: { id: 'bench' }, i18n: { getMessage: (name) => name } }";
const scrolled = 1000;
const recycledPosts = 50_000;

type PageCode = typeof pageCode;
const call = <N extends keyof PageCode>(page: Page, name: N, ...args: number[]) =>
  page.evaluate(`pageBench.${name}(${args.join(",")})`) as Promise<Awaited<PageCode[N] extends (...args: never) => infer R ? R : never>>;

async function* timeRows(browser: BrowserName, page: Page, rounds: number): AsyncGenerator<Figure> {
  const runs: Awaited<ReturnType<PageCode["selfTime"]>>[] = [];
  for (let round = 0; round < rounds + 1; round++) runs.push(await call(page, "selfTime", scrolled));
  const warm = runs.slice(1);
  const middle = (of: (run: (typeof runs)[number]) => number) => median(warm.map(of));
  const ms = { unit: "ms", better: "lower" } as const;
  yield {
    metric: `${browser}: naive script / ours, main thread`,
    value: middle((run) => run.naive / run.ours),
    unit: "x",
    gate: 8,
    aim: 16,
    better: "higher",
  };
  yield { ...ms, metric: `${browser}: ours for 1,000 posts`, value: middle((run) => run.ours), gate: null, aim: null };
  yield { ...ms, metric: `${browser}: our longest task`, value: middle((run) => run.longest), gate: 50, aim: null };
  yield { ...ms, metric: `${browser}: our longest task, first load`, value: runs[0]?.longest ?? Number.NaN, gate: 50, aim: null };
  yield {
    metric: `${browser}: post to badge, 95th percentile`,
    value: middle((run) => run.frames95),
    unit: "frames",
    gate: 2,
    aim: null,
    better: "lower",
  };
  yield { metric: `${browser}: badges`, value: middle((run) => run.badges), unit: "", gate: null, aim: null, better: "higher" };
}

async function* startRows(browser: BrowserName, page: Page): AsyncGenerator<Figure> {
  const startMs = await call(page, "starting");
  const row = { unit: "ms", better: "lower" } as const;
  yield { ...row, metric: `${browser}: start to observing`, value: startMs, gate: 10, aim: 4 };
}

async function* heapRows(browser: BrowserName, page: Page): AsyncGenerator<Figure> {
  // Only Chromium says what a page's heap holds.
  if (browser !== "chromium") return;
  await call(page, "beginRecycling");
  const before = await heap(page);
  await call(page, "recycle", recycledPosts, 4e15);
  const value = ((await heap(page)) - before) / 2 ** 20;
  yield { metric: `${browser}: heap growth after 50,000 posts in 50 nodes`, value, unit: "MiB", gate: 2, aim: null, better: "lower" };
}

const benchmark: Benchmark = {
  about: "the watcher and the badges on a page that scrolls, against the script that people write first; 1,000 keywords",
  missing: () => missingBrowser(),
  rounds: 5,
  async *run({ rounds, note }) {
    const script = await bundle(new URL("./page/page.ts", import.meta.url), "pageBench");
    for await (const { name, browser } of eachBrowser(note)) {
      const open = async () => {
        const page = await browser.newPage();
        await page.evaluate(extensionApi);
        await page.evaluate(`${script};globalThis.pageBench = pageBench;`);
        return page;
      };
      yield* startRows(name, await open());
      yield* timeRows(name, await open(), rounds);
      yield* heapRows(name, await open());
    }
  },
};

export default benchmark;
