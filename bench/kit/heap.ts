import type { Page } from "puppeteer-core";

/** Bytes of a page's heap and array buffers in Chromium, after a collection. */
export async function heap(page: Page): Promise<number> {
  const session = await page.createCDPSession();
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize, backingStorageSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize + backingStorageSize;
}
