import { describe, expect, it } from "vitest";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { openSite } from "./steps/loop.ts";
import { badge, x } from "./steps/site.ts";
import { useWorld } from "./world.ts";

const words = "First tomatoes of the year";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a keyword that an admin pushes is live on another device's open page within a minute", async () => {
    const [admin, advocate] = await Promise.all([world().member(browser, "admin", "Ada"), world().member(browser, "advocate", "Robin")]);
    const page = await openSite(advocate, x);
    expect(await page.all(badge(x, words, "Needs an answer"))).toEqual([]);

    const keywords = await admin.open("admin.html");
    await keywords.click({ role: "link", name: "Keywords", part: true });
    await keywords.click({ role: "button", name: "Add a keyword", part: true });
    await keywords.type({ role: "textbox", name: "Keyword" }, "tomatoes");
    await keywords.click({ role: "button", name: "Push to everyone" });

    await page.page.bringToFront();
    await page.see(badge(x, words, "Needs an answer"), 60_000);
  });
});
