import { describe, it } from "vitest";
import { openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const text = (name: string) => ({ role: "text", name, part: true }) as const;
const button = (name: string, part = false) => ({ role: "button", name, part }) as const;
const words = "Hold the case button for ten seconds, Dana.";

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("an admin pauses an advocate, lets them go on and removes them: their open popup says so, and has their words to copy", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const site = await openSite(advocate, xVisit);
    await takePost(site, xVisit);
    await site.type({ role: "textbox", name: "Your answer" }, words);
    await site.see(text("Saved"));
    const popup = await advocate.open("popup.html");
    await popup.see(text("Yours"));

    const admin = await world().member(browser, "admin", "Ada");
    const people = await admin.open("admin.html#people");
    await people.click(button("Robin", true));
    await people.see(text("On now: 1"));
    await people.click(button("Pause"));
    await people.see(text("Robin is paused."));
    await popup.see(text("An admin paused your place here."));
    await people.click(button("Let go on"));
    await people.see(text("Robin can go on."));
    await popup.gone(text("An admin paused your place here."));

    await people.click(button("Remove"));
    await people.see(text("what they wrote stays."));
    await people.click(button("Remove Robin", true));
    await popup.see(text("You're no longer a member of this community."));
    await people.see(text("Robin is not a member any more."));

    await popup.page.bringToFront();
    await popup.see(text(words));
    await popup.click(button("Copy my text"));
    await popup.see(text("Copied"));
    await eventually("nobody of that name on the list", async () => {
      const { members } = await world().admin.run("people.list", { search: "Robin", role: null, standing: null, order: "name", from: 0 });
      return members.length === 0;
    });
  });
});
