import { describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually, siteScreen } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a post taken in the popup opens with its card and draft, though the worker ends; leaving takes all off the page", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const feed = await openSite(advocate, xVisit);
    await feed.page.close();
    const popup = await advocate.open("popup.html");
    await popup.see({ role: "text", name: "Next for you", part: true });
    const known = new Set(await advocate.browser.browser.pages());
    await popup.click({ role: "button", name: "I'll answer" });
    const page = await eventually("the post's page", async () =>
      (await advocate.browser.browser.pages()).find((each) => !known.has(each) && each.url().includes("/status/")),
    );
    await advocate.browser.killWorker();
    const post = siteScreen(page, advocate.browser.own);
    await post.see({ role: "textbox", name: "Your answer" });

    const settings = await advocate.open("options.html");
    await settings.click({ role: "button", name: "Leave and forget" });
    await settings.click({ role: "button", name: "Leave ", part: true });
    await post.gone({ role: "textbox", name: "Your answer" });
    await post.gone(badge(xVisit, "", "You're on it"));
    expect(await page.evaluate(() => document.documentElement.lastElementChild === document.body)).toBe(true);
  });
});
