import type { Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const draft = { role: "textbox", name: "Your answer" } as const;
const words = "Hold the case button for ten seconds, Dana.";

/** What the member's own paste brings, in a page of the extension. */
async function pasted(page: Page): Promise<string> {
  await page.bringToFront();
  await page.evaluate(() => {
    const box = document.createElement("textarea");
    document.body.replaceChildren(box);
    box.focus();
  });
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  return page.evaluate(() => document.querySelector("textarea")?.value ?? "");
}

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("staff take a post over: the card says so, and the words can be copied there and in the popup until they are thrown away", async () => {
    const { admin } = world();
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);
    await page.type(draft, words);
    await page.see({ role: "text", name: "Saved", part: true });
    const mention = await eventually("the post", async () =>
      (await admin.mentions()).find(({ excerpt }) => excerpt.includes(xVisit.question)),
    );
    await admin.run("mention.route", { mentionId: mention.id, route: "first_line", note: "" });

    await page.see({ role: "text", name: "This one is with staff now. What you wrote is kept.", part: true });
    await page.click({ role: "button", name: "Copy my text" });
    await page.see({ role: "text", name: "Copied", part: true });
    expect(await pasted((await advocate.open("welcome.html")).page)).toBe(words);

    const popup = await advocate.open("popup.html");
    await popup.see({ role: "text", name: words, part: true });
    await popup.click({ role: "button", name: "Throw away" });
    await popup.gone({ role: "text", name: words, part: true });
  });
});
