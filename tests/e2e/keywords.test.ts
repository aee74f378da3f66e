import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ElementHandle } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const words = "First tomatoes of the year";
/** It asks for nothing. */
const mark = badge(xVisit, words, "Only mentioned");

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a new list is live when it is pushed, gone when it is deleted, and back when that is undone", async () => {
    const admin = await world().member(browser, "admin", "Ada");
    const live = async () => {
      const lists = await world().admin.lists();
      return lists.find(({ entries }) => entries.some(({ text }) => text === "courgettes")) ?? null;
    };
    const keywords = await admin.open("admin.html#keywords");
    await keywords.click({ role: "button", name: "Add a list" });
    await keywords.see({ role: "text", name: "Not live yet", part: true });
    await keywords.click({ role: "button", name: "Add a keyword", part: true });
    await keywords.type({ role: "textbox", name: "Keyword" }, "courgettes");
    expect(await live()).toBeNull();
    await keywords.click({ role: "button", name: "Push to everyone" });
    expect(await eventually("the list at the server", live)).toMatchObject({ version: 1 });
    await keywords.gone({ role: "text", name: "Not live yet", part: true });
    await keywords.click({ role: "button", name: "Delete this list" });
    await eventually("no such list", async () => (await live()) === null);
    await keywords.click({ role: "button", name: "Undo" });
    expect(await eventually("the list again", live)).toMatchObject({ version: 3 });
  });

  it("a keyword that an admin pushes is live on another device's open page within a minute", async () => {
    const [admin, advocate] = await Promise.all([world().member(browser, "admin", "Ada"), world().member(browser, "advocate", "Robin")]);
    const page = await openSite(advocate, xVisit);
    expect(await page.all(mark)).toEqual([]);

    const keywords = await admin.open("admin.html");
    await keywords.click({ role: "link", name: "Keywords", part: true });
    await keywords.click({ role: "button", name: "Add a keyword", part: true });
    await keywords.type({ role: "textbox", name: "Keyword" }, "tomatoes");
    await keywords.click({ role: "button", name: "Push to everyone" });

    await page.page.bringToFront();
    await page.see(mark);
  });
});

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "keywords-"));
    const rows = Array.from({ length: 19_980 }, (_, at) => `invented product ${at},Product ${at}`);
    await writeFile(join(folder, "long.csv"), ["text,label", ...rows, "tomatoes,", "ac(me|ne),"].join("\n"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it("a list of 20,000 keywords that an admin takes from a file is pushed and live there too", async () => {
    const [admin, advocate] = await Promise.all([world().member(browser, "admin", "Ada"), world().member(browser, "advocate", "Robin")]);
    const page = await openSite(advocate, xVisit);
    const keywords = await admin.open("admin.html");
    await keywords.click({ role: "link", name: "Keywords", part: true });
    const field = await keywords.page.waitForSelector("input[type=file]");
    await (field as ElementHandle<HTMLInputElement>).uploadFile(join(folder, "long.csv"));
    await keywords.see({ role: "alert", name: "1 row cannot be used", part: true });
    await keywords.click({ role: "button", name: "Push to everyone" });
    await keywords.see({ role: "alert", name: "is live since", part: true });

    await page.page.bringToFront();
    await page.see(mark);
  });
});
