import { describe, expect, it } from "vitest";
import { editDraft, openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { badge, praise, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const takeIt = { role: "button", name: "I'll answer" } as const;
const draft = { role: "textbox", name: "Your answer" } as const;

describe.each(browserNames)("two people in %s", (browser) => {
  const world = useWorld();

  it("race for one post: exactly one gets it, the other reads who has it", async () => {
    const names = ["Linh", "Robin"];
    const members = await Promise.all(names.map((name) => world().member(browser, "advocate", name)));
    const pages = await Promise.all(members.map((member) => openSite(member, xVisit)));
    for (const page of pages) await page.click(badge(xVisit, xVisit.question, "Needs an answer"));
    // Both aim before either clicks: the card of the slower one may lose the button at once.
    const clicks = await Promise.all(pages.map((page) => page.aim(takeIt)));
    await Promise.all(clicks.map((click) => click()));

    const holder = await eventually("the holder of the post", async () => {
      const mention = (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes(xVisit.question));
      return mention?.claim?.holder.name;
    });
    expect(names).toContain(holder);
    const winner = pages[names.indexOf(holder)];
    const loser = pages[1 - names.indexOf(holder)];
    await winner?.see(draft);
    await loser?.see(badge(xVisit, xVisit.question, `${holder} is answering`));
    expect(await loser?.all(draft)).toEqual([]);
  });

  it("one loses the post to staff while writing: what was typed is kept", async () => {
    const question = { ...xVisit, ...praise };
    const page = await openSite(await world().member(browser, "advocate", "Robin"), question);
    await takePost(page, question);
    await editDraft(page, " Words of mine.");
    const mention = (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes(question.question));
    await world().admin.run("mention.route", { mentionId: mention?.id ?? "", route: "second_line", note: "Ours." });
    await page.see({ role: "text", name: "This one is with staff now. What you wrote is kept.", part: true });
    await page.see({ role: "text", name: "Words of mine.", part: true });
  });
});
