import { describe, it } from "vitest";
import { openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

/** Runs inside one of the extension's pages: a line comes into the card of the tab at `url`, above everything. */
async function growCard(url: string): Promise<void> {
  interface Api {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    scripting: { executeScript(injection: object): Promise<unknown> };
  }
  const grow = () => {
    const { chrome: opener } = globalThis as unknown as { chrome?: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot } } };
    for (const host of document.querySelectorAll<HTMLElement>("html > [popover]")) {
      const own = host as { openOrClosedShadowRoot?: ShadowRoot };
      const inside = (own.openOrClosedShadowRoot ?? opener?.dom?.openOrClosedShadowRoot(host))?.querySelector("iframe")?.contentDocument;
      inside?.body.prepend(Object.assign(inside.createElement("p"), { textContent: "a line that comes late", style: "margin: 20px" }));
    }
  };
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = browser ?? chrome;
  const tab = (await api.tabs.query({})).find((each) => each.url === url);
  await api.scripting.executeScript({ target: { tabId: tab?.id }, func: grow });
}

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a press counts under which the card grew", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);
    await page.type({ role: "textbox", name: "Your answer" }, "Hold the case button for ten seconds.");
    await page.see({ role: "text", name: "Saved" });
    const place = { role: "button", name: "Place reply" } as const;
    await page.aim(place);
    const [{ x: left, y: top, width, height } = { x: 0, y: 0, width: 0, height: 0 }] = await page.all(place);
    await page.page.mouse.move(left + width / 2, top + height / 2);
    await page.page.mouse.down();
    await advocate.browser.own.evaluate(`(${growCard})(${JSON.stringify(page.page.url())})`);
    await page.page.mouse.up();
    await page.see({ role: "text", name: "It's in the reply box.", part: true });
  });
});
