import { describe, expect, it } from "vitest";
import { editDraft, openSite, placeDraft, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("an author who writes again below the reply is heard, once, and an unhappy one is answered by staff", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);
    await editDraft(page);
    await placeDraft(page, xVisit);
    await xVisit.pressPost(page.page);
    await page.see(badge(xVisit, xVisit.question, "Answered"));
    const answered = async () => (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes(xVisit.question));
    const { permalink, postId } = await eventually("the answered post", async () => {
      const mention = await answered();
      return mention?.reply?.url ? mention : null;
    });

    /** Somebody's own words below the last ones of the talk. */
    const writes = async (handle: string, text: string) => {
      const site = await advocate.visit(`${xVisit.home}?me=${handle}`);
      const body = JSON.stringify({ postId, text });
      await site.page.evaluate((sent) => fetch("/api/replies", { method: "POST", body: sent }).then(({ ok }) => ok), body);
      await site.page.close();
    };
    await writes("dana_hollow", "Still broken! I have tried this three times now, useless");
    await writes("mo_lind", "Same here, works fine now, thanks");
    await writes("dana_hollow", "Thanks mo_lind, glad it works for you");
    const talk = await advocate.visit(`${permalink}?me=robin_vale`);
    // One device may be wrong: it counts when a second member reads the same.
    const second = await world().member(browser, "advocate", "Kim");
    await second.visit(`${permalink}?me=kim_reader`);
    const heard = await eventually("the follow-up on the server", async () => {
      const mention = await answered();
      return mention?.followUp ? mention : null;
    });
    expect(heard).toMatchObject({
      status: "escalated",
      route: "first_line",
      followUp: { mood: "negative", text: expect.stringContaining("Still broken") },
    });
    await talk.page.reload();
    await talk.see(badge(xVisit, xVisit.question, "With staff"));
    const history = await world().admin.run("mention.history", { mentionId: heard.id });
    expect(history.filter(({ action }) => action === "rule.follow_up")).toHaveLength(1);
  });
});
