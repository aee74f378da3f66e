import type { Page } from "puppeteer-core";
import type { ExtensionBrowser } from "../../scripts/browsers/handle.ts";

/** Notes when something that `selector` finds was painted first, in ms since the page began to load. */
function noteFirstPaint(selector: string): void {
  const scope = globalThis as { paintedMs?: number };
  const look = () => {
    if (!document.querySelector(selector)) return requestAnimationFrame(look);
    return requestAnimationFrame(() => setTimeout(() => (scope.paintedMs = performance.now())));
  };
  requestAnimationFrame(look);
}

/** Opens a page of the extension; gives it with the time until `selector` was on the screen. */
export async function openTimed(
  { browser, own }: ExtensionBrowser,
  path: string,
  selector: string,
): Promise<{ page: Page; paintedMs: number }> {
  const page = await browser.newPage();
  await page.evaluateOnNewDocument(noteFirstPaint, selector);
  await page.goto(new URL(path, own.url()).href);
  const painted = await page.waitForFunction(() => (globalThis as { paintedMs?: number }).paintedMs, { timeout: 60_000 });
  return { page, paintedMs: (await painted.jsonValue()) ?? Number.NaN };
}
