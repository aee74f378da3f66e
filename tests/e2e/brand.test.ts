import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventually, ownScreen } from "../../scripts/demo/steps/screen.ts";
import { badge, praise, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { png } from "../support/png.ts";
import { useWorld } from "./world.ts";

const text = (name: string) => ({ role: "text", name, part: true }) as const;
const button = (name: string) => ({ role: "button", name }) as const;
const box = (name: string) => ({ role: "textbox", name }) as const;
const community = "Acme <b>fans</b>";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fanswer-mark-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("an admin makes the community the brand's own: whoever is invited sees whose it is, and posts of its own account have no badge", async () => {
    const admin = await world().member(browser, "admin", "Ada");
    const page = await admin.open("admin.html#brand");
    await page.type(box("Name"), community);
    await page.click(button("Save name"));
    await page.see(text("Saved."));
    const file = join(folder, "mark.png");
    await writeFile(file, png(200));
    const input = await page.page.$("input[type=file]");
    await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(file);
    await page.page.waitForSelector(".brand-shown img.brand-mark");
    // What was just said lies over the foot of the page for a while: the box is reached as by Tab.
    await page.page.focus(".brand-page textarea");
    await page.page.keyboard.type("@Dana_Hollow");
    await page.page.keyboard.press("Tab");
    await eventually("all of it on the server", async () => {
      const { name, brand } = await world().admin.run("brand.set", {});
      return name === community && brand?.mark?.kind === "picture" && brand.handles.x?.join() === "dana_hollow";
    });

    const newcomer = await world().newcomer(browser);
    const link = await world().admin.invite("advocate");
    const behind = await newcomer.browser.openPage(link);
    await behind.waitForFunction(() => document.getElementById("whose")?.hidden === false);
    expect(await behind.$eval("#name", (element) => element.textContent)).toBe(community);
    expect(await behind.$eval("#whose img", (picture) => (picture as HTMLImageElement).naturalWidth)).toBe(96);

    const welcome = ownScreen(newcomer.browser.own);
    await welcome.click(button("Next"));
    await welcome.type(box("Your invitation"), link);
    await welcome.click(button("Whose community is this?"));
    await welcome.see(text(community));
    await welcome.click({ role: "radio", name: "Every public post that matches", part: true });
    await welcome.click({ role: "checkbox", name: "I agree", part: true });
    await welcome.type(box("Your name"), "Robin");
    await welcome.click(button("Agree and join"));
    await welcome.see(text("You're in, Robin"));

    const popup = await newcomer.open("popup.html");
    await popup.see(text(community));
    await popup.page.waitForSelector(".page-head img.brand-mark");
    const site = await newcomer.visit(xVisit.home);
    await site.see(badge(xVisit, praise.question, "Say thanks?"));
    expect(await site.all(badge(xVisit, xVisit.question, ""))).toEqual([]);
    await site.click(badge(xVisit, praise.question, "Say thanks?"));
    await site.see(text(community));
  });
});
