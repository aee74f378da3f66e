/** Draws the toolbar and store icons from the one mark: `npm run icons`, after a change of assets/theme/mark.svg. */
import { readFile } from "node:fs/promises";
import { startBrowser } from "./browsers/start-browser.ts";

const svg = await readFile("assets/theme/mark.svg", "utf8");
const browser = await startBrowser("chromium", {});
try {
  const page = await browser.newPage();
  for (const size of [16, 32, 48, 128] as const) {
    await page.setViewport({ width: size, height: size });
    await page.setContent(`<body style="margin:0">${svg}`);
    await page.screenshot({ path: `assets/public/icon-${size}.png`, omitBackground: true });
  }
} finally {
  await browser.close();
}
