import type { Page } from "puppeteer-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { pasteIntoFocused } from "../../lib/sites/paste.ts";
import type { Participant } from "../../scripts/demo/steps/member.ts";
import { editorText, everywhere, type SiteVisit, xVisit } from "../../scripts/demo/steps/site.ts";
import { useWorld } from "./world.ts";

const texts = [
  ["one line with an emoji", "Hold the button for three seconds 🎧 then wait."],
  ["several lines", "Hold the button.\nWait for the light.\nThen choose the earbuds."],
] as const;

/** Opens the site's own reply box by the site's own button, and focuses it. The page is closed after the test. */
async function openEditor(member: Participant, site: SiteVisit): Promise<Page> {
  const { page } = await member.visit(site.home);
  onTestFinished(() => page.close());
  await page.bringToFront();
  await page.waitForSelector(site.post);
  await page.click(site === xVisit ? "[data-testid=reply]" : '[aria-label="Leave a comment"]');
  await page.waitForSelector(site.editor);
  await page.click(site.editor);
  return page;
}

/** What the background does on "Place reply": the paste, in the page's own world. The page is in front; others may be open at its address. */
async function paste({ browser }: Participant, page: Page, site: SiteVisit, text: string): Promise<void> {
  const call = `(async () => {
    const api = globalThis.browser ?? globalThis.chrome;
    const tab = (await api.tabs.query({ active: true })).find(({ url }) => url === ${JSON.stringify(page.url())});
    const injection = { target: { tabId: tab.id }, world: "MAIN", func: ${pasteIntoFocused}, args: ${JSON.stringify([site.editor, text])} };
    const [{ result }] = await api.scripting.executeScript(injection);
    return result;
  })()`;
  expect(await browser.own.evaluate(call)).toBe(true);
}

const lines = (text: string) => text.replace(/\n+/g, "\n");

describe.each(everywhere)("the editor of $site.name in $browser", ({ browser, site }) => {
  const world = useWorld();

  it.each(texts)("takes %s into an empty box and lives on", async (_, text) => {
    const member = await world().guest(browser);
    const page = await openEditor(member, site);
    await paste(member, page, site, text);
    await expect.poll(async () => lines(await editorText(page, site))).toBe(text);
    await page.keyboard.type("!");
    await expect.poll(async () => lines(await editorText(page, site))).toBe(`${text}!`);
  });

  it("takes a line behind text that is there already and lives on", async () => {
    const member = await world().guest(browser);
    const page = await openEditor(member, site);
    await page.keyboard.type("Hello. ");
    await paste(member, page, site, texts[0][1]);
    await page.keyboard.type("!");
    await expect.poll(() => editorText(page, site)).toBe(`Hello. ${texts[0][1]}!`);
  });
});
