/** Draws the toolbar and store icons from the one mark: `npm run icons`, after a change of assets/theme/mark.svg. */
import { readFile } from "node:fs/promises";
import { getuid } from "node:process";
import puppeteer from "puppeteer-core";
import { needBrowser } from "./machine/need-browser.ts";

const svg = await readFile("assets/theme/mark.svg", "utf8");
// Root has no user namespace to build the sandbox in.
const args = getuid?.() === 0 ? ["--no-sandbox"] : [];
const browser = await puppeteer.launch({ executablePath: await needBrowser("chromium"), pipe: true, args });
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
