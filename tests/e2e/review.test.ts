import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { editDraft, openSite, placeDraft, takePost } from "../../scripts/demo/steps/loop.ts";
import { joinOnWelcome as joinAs } from "../../scripts/demo/steps/member.ts";
import { eventually, type LivePage } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { dataFolder } from "../../scripts/machine/folders.ts";
import { useWorld } from "./world.ts";

const world = useWorld();
const folder = join(dataFolder, "pictures", "chromium");
const button = (name: string, part = false) => ({ role: "button", name, part }) as const;
const words = (name: string) => ({ role: "text", name, part: true }) as const;

async function photograph({ page }: LivePage, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `review-${name}.png`) });
}

it("a newcomer's answer goes by two reviewers, one of whom mends it, before it is posted", async () => {
  const newcomer = await world().newcomer("chromium");
  await joinAs(newcomer, await world().admin.invite("advocate", 0), "Nia");
  const [ann, ben] = [await world().member("chromium", "advocate", "Ann"), await world().member("chromium", "advocate", "Ben")];

  const page = await openSite(newcomer, xVisit);
  await takePost(page, xVisit);
  await editDraft(page);
  expect(await page.all(button("Place reply"))).toEqual([]);
  await page.click(button("Send for review"));
  await page.see(words("Needs 2 more"));
  await photograph(page, "waiting");

  const annPopup = await ann.open("popup.html");
  await annPopup.see(words("Please review"));
  await annPopup.click(button(xVisit.asker, true));
  await annPopup.click(button("Suggest an edit"));
  const other = { role: "textbox", name: "What you would post instead" } as const;
  const { text: before } = await annPopup.see(other);
  await annPopup.type(other, before.replace("Does that help?", "Does that help? Tell me."));
  await photograph(annPopup, "suggesting");
  await annPopup.click(button("Suggest this"));

  await page.see(words("Ann suggests"));
  await photograph(page, "suggested");
  await page.click(button("Take this text"));
  await page.see(words("Needs 1 more"));

  const benPopup = await ben.open("popup.html");
  await benPopup.see(words("Needs 1 more"));
  await benPopup.click(button(xVisit.asker, true));
  await benPopup.see(words("Tell me."));
  await benPopup.click(button("Good to post"));
  await benPopup.gone(words("Please review"));

  await page.see(words("You can post it now, as it is."));
  await photograph(page, "approved");
  await placeDraft(page, xVisit);
  await xVisit.pressPost(page.page);
  await page.see(words("Posted. Thank you"));
  await page.see(badge(xVisit, xVisit.question, "Answered"));
  const reply = await eventually(
    "the answered post on the server",
    async () =>
      (await world().admin.mentions()).find(({ excerpt, status }) => excerpt.includes(xVisit.question) && status === "answered")?.reply,
  );
  expect(reply).toMatchObject({ proof: "seen", author: { name: "Nia" } });
  expect(reply.text).toContain("Tell me.");
});
