import type { Page } from "puppeteer-core";
import type { Member } from "../lib/schema/workspace.ts";
import { launchChromium } from "../scripts/browsers/chromium.ts";
import type { ExtensionBrowser } from "../scripts/browsers/handle.ts";
import { buildExtension } from "../scripts/demo/build.ts";
import { builtExtension } from "../scripts/machine/folders.ts";
import type { Benchmark, Figure } from "./kit/benchmark.ts";
import { heap } from "./kit/heap.ts";
import { missingBrowser } from "./kit/missing.ts";
import { median } from "./kit/numbers.ts";
import { openTimed } from "./surfaces/open-timed.ts";
import { ownWorkRows } from "./surfaces/own-work.ts";
import { peopleRows } from "./surfaces/people.ts";
import { seed } from "./surfaces/seed.ts";
import { suggestionRows } from "./surfaces/suggestions.ts";

const manyMentions = 100_000;
const panelRows = 2_000;
const advocate: Member = { id: "m-bench", name: "Bench", role: "advocate", level: 3 };
const staff: Member = { ...advocate, role: "staff" };
const ms = { unit: "ms", better: "lower", aim: null } as const;

/** Reads every mention at once, as a page without indexes would. */
const readAll = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open("fanswer");
        opening.onsuccess = () => {
          const start = performance.now();
          const reading = opening.result.transaction("mentions").objectStore("mentions").getAll();
          reading.onsuccess = () => {
            // The rows are made into objects when they are looked at.
            if (reading.result.length > 0) resolve(performance.now() - start);
            opening.result.close();
          };
        };
      }),
  );

async function* popupRows(browser: ExtensionBrowser, reader: Page, rounds: number): AsyncGenerator<Figure> {
  const painted: number[] = [];
  const pictures: number[] = [];
  const heaps: number[] = [];
  const alls: number[] = [];
  for (let round = 0; round < rounds + 1; round++) {
    const { page, paintedMs } = await openTimed(browser, "popup.html", "article.next");
    painted.push(paintedMs);
    heaps.push((await heap(page)) / 2 ** 20);
    await page.close();
    const picture = await openTimed(browser, "icon-16.png", "img");
    pictures.push(picture.paintedMs);
    await picture.page.close();
    alls.push(await readAll(reader));
  }
  const popup = median(painted.slice(1));
  const all = median(alls.slice(1));
  yield { ...ms, metric: `popup painted, ${manyMentions} mentions`, value: popup, gate: 120 };
  yield { ...ms, metric: "of it the browser's own: a picture painted", value: median(pictures.slice(1)), gate: null };
  yield { ...ms, metric: "getAll of the mentions", value: all, gate: null };
  yield { metric: "getAll / popup", value: all / popup, unit: "x", gate: 30, aim: null, better: "higher" };
  yield { metric: "popup's heap", value: median(heaps), unit: "MiB", gate: 5, aim: null, better: "lower" };
}

async function* panelKeyRows(browser: ExtensionBrowser, rounds: number): AsyncGenerator<Figure> {
  const { page } = await openTimed(browser, "sidepanel.html", ".triage-row");
  await page.evaluate(() => {
    const scope = globalThis as { times?: number[] };
    scope.times = [];
    addEventListener(
      "keydown",
      ({ timeStamp }) => requestAnimationFrame(() => setTimeout(() => scope.times?.push(performance.now() - timeStamp))),
      true,
    );
  });
  for (let press = 0; press < rounds * 8; press++) {
    await page.keyboard.press("j");
    await page.waitForFunction((count) => ((globalThis as { times?: number[] }).times?.length ?? 0) > count, {}, press);
  }
  const times = await page.evaluate(() => (globalThis as { times?: number[] }).times ?? []);
  await page.close();
  yield { ...ms, metric: `panel, key to painted row, ${panelRows} rows`, value: median(times), gate: 50 };
}

const benchmark: Benchmark = {
  about:
    "the popup over a large store, keys in the panel, suggestions after a claim, the list of members, one's own work, the figures; the built extension in Chromium",
  missing: () => missingBrowser(["chromium"]),
  rounds: 5,
  async *run({ rounds, note }) {
    note("building the extension");
    await buildExtension("chromium");
    const browser = await launchChromium({ extension: builtExtension.chromium, profile: null, headless: true, proxyPort: 9 });
    try {
      note(`filling the store with ${manyMentions} mentions`);
      // Loaded, unlike the page that the extension opens by itself.
      const page = await browser.openExtensionPage("welcome.html");
      await seed(page, advocate, manyMentions);
      yield* popupRows(browser, page, rounds);
      await seed(page, staff, panelRows);
      yield* panelKeyRows(browser, rounds);
      yield* suggestionRows(browser, page, rounds);
      note("filling a server with members");
      yield* peopleRows(browser, page, rounds);
      note("filling a server with one member's answers");
      yield* ownWorkRows(browser, page, rounds);
    } finally {
      await browser.close();
    }
  },
};

export default benchmark;
