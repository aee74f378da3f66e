import { describe, expect, it } from "vitest";
import { editDraft, openSite, placeDraft, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("what is done while the server is away waits, says so and why, and arrives afterwards", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);

    await world().stopBackend();
    await editDraft(page);
    await placeDraft(page, xVisit);
    await xVisit.pressPost(page.page);
    await page.see({ role: "text", name: "kept here and sent", part: true });

    const popup = await advocate.open("popup.html");
    await popup.see({ role: "text", name: "not yet sent", part: true });
    await popup.see({ role: "text", name: "The server cannot be reached.", part: true });

    await world().startBackend();
    await popup.see({ role: "text", name: "All sent", part: true });
    const answered = await eventually("the answer on the server", async () =>
      (await world().admin.mentions()).find(({ status, excerpt }) => status === "answered" && excerpt.includes(xVisit.question)),
    );
    expect(answered.reply?.url).toMatch(xVisit.replyAddress);
  });
});
