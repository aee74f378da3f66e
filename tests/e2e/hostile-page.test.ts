import { describe, expect, it } from "vitest";
import { openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { attacks, heardBy, pryBy, visitSpying } from "./steps/hostile.ts";
import { useWorld } from "./world.ts";

const draft = { role: "textbox", name: "Your answer" } as const;
const takeIt = { role: "button", name: "I'll answer" } as const;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a page hears, reads and writes nothing of what is typed in the card, and its own shortcuts stay still", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await visitSpying(advocate, xVisit.home);
    await page.see(badge(xVisit, xVisit.question, "Needs an answer"));
    await takePost(page, xVisit);
    const { keyboard } = page.page;
    await page.click(draft);
    await heardBy(page.page);

    await keyboard.type("zqxv words jkln ör", { delay: 5 });
    await keyboard.down("Control");
    for (const key of ["a", "c", "x", "v", "a"] as const) await keyboard.press(key);
    await keyboard.up("Control");
    expect((await page.see(draft)).text).toContain("zqxv words jkln ör");
    expect(await heardBy(page.page)).toEqual([]);

    const before = (await page.see(draft)).text;
    expect(await pryBy(page.page, "zqxv")).toEqual({ frames: 0, finds: false, reads: false });
    expect((await page.see(draft)).text).toBe(before);
    // The page does hear what is typed elsewhere: the spy works.
    await page.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.page.mouse.click(5, 400);
    await keyboard.press("ArrowDown");
    expect(await heardBy(page.page)).toContain("keydown ArrowDown");
  });
});

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a press on a card that the page hid or covered takes nothing; one on a card that was seen does", async () => {
    const advocate = await world().member(browser, "advocate", "Noor");
    const page = await openSite(advocate, xVisit);
    await page.click(badge(xVisit, xVisit.question, "Needs an answer"));
    const isTaken = async () => (await page.all(draft)).length > 0;
    for (const { name, waitMs, run, undo } of attacks) {
      const aim = await page.aim(takeIt);
      await wait(600);
      await page.page.evaluate(run);
      await wait(waitMs);
      await aim();
      await wait(300);
      expect(await isTaken(), `taken although ${name}`).toBe(false);
      await page.see({ role: "text", name: "that press did not count", part: true });
      await page.page.evaluate(undo);
      await page.see(takeIt);
    }

    // By keys as well: the focus is on it while nobody sees it.
    await page.page.keyboard.press("Shift");
    await wait(600);
    await page.page.evaluate(() =>
      (document.documentElement.lastElementChild as HTMLElement).style.setProperty("opacity", "0", "important"),
    );
    await page.page.keyboard.press("Enter");
    await wait(300);
    expect(await isTaken()).toBe(false);

    await wait(1000);
    await page.click(takeIt);
    await eventually("the post to be taken", isTaken);
  });
});
