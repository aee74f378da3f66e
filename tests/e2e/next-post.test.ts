import { describe, expect, it } from "vitest";
import { openSite, placeDraft, takePost } from "../../scripts/demo/steps/loop.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("after an answer the card leads to the next post and stands there", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);
    await page.type({ role: "textbox", name: "Your answer" }, "Hold the case button for ten seconds. Does that help?");
    await placeDraft(page, xVisit);
    await xVisit.pressPost(page.page);
    await page.see({ role: "text", name: "Posted. Thank you", part: true });
    await page.see({ role: "text", name: "Next: ", part: true });
    await page.click({ role: "button", name: "Go to the post" });
    await page.see({ role: "button", name: "I'll answer" });
    await page.gone({ role: "text", name: "Posted. Thank you", part: true });
    expect(await page.all({ role: "text", name: xVisit.question, part: true })).toEqual([]);
  });
});
