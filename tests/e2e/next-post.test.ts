import { describe, expect, it } from "vitest";
import { openSite, placeReply, takePost } from "../../scripts/demo/steps/loop.ts";
import { x } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("after an answer the card leads to the next post and stands there", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, x);
    await takePost(page, x);
    await page.type({ role: "textbox", name: "Your answer" }, "Hold the case button for ten seconds. Does that help?");
    await placeReply(page, x);
    await x.pressPost(page.page);
    await page.see({ role: "text", name: "Posted. Thank you", part: true });
    await page.see({ role: "text", name: "Next: ", part: true });
    await page.click({ role: "button", name: "Go to the post" });
    await page.see({ role: "button", name: "I'll answer" });
    await page.gone({ role: "text", name: "Posted. Thank you", part: true });
    expect(await page.all({ role: "text", name: x.question, part: true })).toEqual([]);
  });
});
