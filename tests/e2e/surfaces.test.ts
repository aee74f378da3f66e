import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { editDraft, openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { praise, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { dataFolder } from "../../scripts/machine/folders.ts";
import { useWorld } from "./world.ts";

/** Firefox's theme cannot be changed from outside while it runs. */
const themes = { chromium: ["light", "dark"], firefox: ["light"] } as const;
/** How the site looks, and the post that is taken there. */
const looks = [
  ["theme=light", xVisit],
  ["theme=dark", { ...xVisit, question: "isi penuh baterainya" }],
  ["theme=light&dir=rtl", { ...xVisit, ...praise }],
] as const;

const folder = join(dataFolder, "pictures");

/** The extension's own pages at the width that they really have, and words that stand on each. */
const surfaces = [
  { path: "popup.html", width: 380, height: 560, words: "Next for you" },
  { path: "sidepanel.html", width: 360, height: 800, words: "Now" },
  { path: "admin.html", width: 1100, height: 800, words: "Overview" },
  { path: "admin.html#figures", width: 1100, height: 800, words: "As of" },
  { path: "admin.html#keywords", width: 1100, height: 800, words: "Push to everyone" },
  { path: "admin.html#clock", width: 1100, height: 900, words: "Use it for new posts" },
  { path: "admin.html#integrations", width: 1100, height: 800, words: "Nothing is connected yet" },
  { path: "options.html", width: 800, height: 800, words: "Settings" },
  { path: "welcome.html", width: 800, height: 800, words: "Fanswer" },
] as const;

async function photograph(page: Page, browser: string, name: string): Promise<void> {
  await mkdir(join(folder, browser), { recursive: true });
  await page.bringToFront();
  await page.screenshot({ path: join(folder, browser, `${name}.png`) });
}

const overflow = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("every page of the extension shows itself whole", async () => {
    const admin = await world().member(browser, "admin", "Ada");
    await openSite(admin, xVisit);
    for (const theme of themes[browser]) {
      for (const { path, width, height, words } of surfaces) {
        const { page, see } = await admin.open(path);
        await page.setViewport({ width, height });
        if (browser === "chromium") await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: theme }]);
        await see({ role: "text", name: words, part: true });
        expect(await overflow(page), `${path} is wider than ${width}`).toBe(0);
        await photograph(page, browser, `${path.replace(/\.html#?/, "-")}${theme}`);
        await page.close();
      }
    }
  });

  it.each(looks)("badge and card stand on the site's page with %s", async (look, taken) => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const site = { ...taken, home: `${xVisit.home}?${look}` };
    const page = await openSite(advocate, site);
    await photograph(page.page, browser, `badge-${look}`);
    await takePost(page, site);
    await editDraft(page);
    await photograph(page.page, browser, `card-${look}`);
    expect(await overflow(page.page)).toBe(0);
  });
});
