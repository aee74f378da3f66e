import { describe, expect, it } from "vitest";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { focused } from "./steps/focus.ts";
import { openSite } from "./steps/loop.ts";
import { eventually } from "./steps/screen.ts";
import { x } from "./steps/site.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a post is answered by keys alone: badge, card, round and round in it, and back to the badge", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, x);
    const { keyboard } = page.page;
    const focus = () => focused(page.page, advocate.browser.own);

    for (let tabs = 0; tabs < 60 && !(await focus()).name.startsWith("Needs an answer"); tabs++) await keyboard.press("Tab");
    expect((await focus()).name).toContain("Needs an answer");
    await keyboard.press("Enter");
    await eventually("the focus on the card's first step", async () => (await focus()).name === "I'll answer");

    const names = new Set<string>();
    for (let tabs = 0; tabs < 60; tabs++) {
      await keyboard.press("Tab");
      const now = await focus();
      expect(now.isInCard, `after ${tabs + 1} tabs: ${now.name}`).toBe(true);
      names.add(now.name);
    }
  });
});
