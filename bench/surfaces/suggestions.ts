import type { Page } from "puppeteer-core";
import type { ExtensionBrowser } from "../../scripts/browsers/handle.ts";
import type { Figure } from "../kit/benchmark.ts";
import { median } from "../kit/numbers.ts";
import { openTimed } from "./open-timed.ts";
import { seedKnowledge } from "./seed.ts";

const items = 10_000;
const ms = { unit: "ms", better: "lower", aim: null } as const;
/** As the card asks again while more is looked for. */
const againMs = 400;

interface Asked {
  readonly tookMs: number;
  readonly suggestions: number;
  readonly isSearching: boolean;
}

/** What a surface asks for after a claim; its answer holds the suggestions. */
const askState = (page: Page): Promise<Asked> =>
  page.evaluate(async () => {
    const start = performance.now();
    const { runtime } = (
      globalThis as unknown as {
        chrome: { runtime: { sendMessage(message: object): Promise<{ value?: { suggestions: object[]; isSearching: boolean } }> } };
      }
    ).chrome;
    const { value } = await runtime.sendMessage({ id: crypto.randomUUID(), name: "card.state", args: { mentionId: "x:7" } });
    return { tookMs: performance.now() - start, suggestions: value?.suggestions.length ?? 0, isSearching: value?.isSearching ?? false };
  });

/** The worker is new and knows nothing of the items: how long until the first suggestions came, and until all were looked through. */
async function askCold(page: Page): Promise<{ firstMs: number; allMs: number; first: number }> {
  const start = performance.now();
  let asked = await askState(page);
  let [firstMs, first] = [asked.tookMs, asked.suggestions];
  while (asked.isSearching) {
    await new Promise((resolve) => setTimeout(resolve, againMs));
    asked = await askState(page);
    if (first === 0 && asked.suggestions > 0) [firstMs, first] = [performance.now() - start, asked.suggestions];
  }
  return { firstMs, allMs: performance.now() - start, first };
}

/** What a member waits for suggestions: with the index to be made, with the index kept from before, and with it in memory. */
export async function* suggestionRows(browser: ExtensionBrowser, seeder: Page, rounds: number): AsyncGenerator<Figure> {
  const { page } = await openTimed(browser, "popup.html", "article.next");
  const cold: Awaited<ReturnType<typeof askCold>>[] = [];
  const kept: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await browser.killWorker();
    await seedKnowledge(seeder, items);
    cold.push(await askCold(page));
    await seedIsKept(seeder);
    await browser.killWorker();
    kept.push((await askCold(page)).firstMs);
  }
  const warm: number[] = [];
  for (let round = 0; round < rounds * 4; round++) warm.push((await askState(page)).tookMs);
  const found = (await askState(page)).suggestions;
  await page.close();
  const middle = (of: (each: (typeof cold)[number]) => number) => median(cold.map(of));
  yield { ...ms, metric: `first suggestions, cold, ${items} items`, value: middle(({ firstMs }) => firstMs), gate: 200 };
  yield { metric: "of them given first", value: middle(({ first }) => first), unit: "", gate: null, aim: null, better: "higher" };
  yield { ...ms, metric: "all items looked through, cold", value: middle(({ allMs }) => allMs), gate: null };
  yield { ...ms, metric: "first suggestions of a new worker, kept index", value: median(kept), gate: null };
  yield { ...ms, metric: `suggestions asked for and given, ${items} items`, value: median(warm), gate: 100 };
  yield { metric: "suggestions given", value: found, unit: "", gate: null, aim: null, better: "higher" };
}

/** Waits until the worker has kept what it learnt. */
async function seedIsKept(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const opening = indexedDB.open("fanswer");
        opening.onsuccess = () => {
          const counting = opening.result.transaction("library").objectStore("library").count();
          counting.onsuccess = () => {
            resolve(counting.result === 1);
            opening.result.close();
          };
        };
      }),
    { polling: 200, timeout: 60_000 },
  );
}
