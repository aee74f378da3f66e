import type { Page } from "puppeteer-core";

/** The notifications that the browser shows, asked for on a page of the extension. */
export const noticesOn = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const { chrome } = globalThis as unknown as { chrome: { notifications?: { getAll(): Promise<object> } } };
    return Object.keys((await chrome.notifications?.getAll()) ?? {});
  });

/** Has no quiet hours, whatever the clock of this machine says: sets both of the settings' boxes to midnight, as a person would. */
export async function noQuietHours(page: Page): Promise<void> {
  for (const place of [0, 1]) {
    await page.waitForFunction((n: number) => document.querySelectorAll("input[type=time]").length > n, {}, place);
    await page.evaluate((n: number) => {
      const box = document.querySelectorAll<HTMLInputElement>("input[type=time]")[n];
      if (!box) throw new Error("no box for a time");
      box.value = "00:00";
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }, place);
    await page.waitForFunction(
      (n: number) => document.querySelectorAll<HTMLInputElement>("input[type=time]")[n]?.value === "00:00",
      {},
      place,
    );
  }
}
