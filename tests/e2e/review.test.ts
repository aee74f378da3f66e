import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { editDraft, openSite, placeReply, takePost } from "../../scripts/demo/steps/loop.ts";
import { join as joinAs } from "../../scripts/demo/steps/member.ts";
import { eventually, type Screen } from "../../scripts/demo/steps/screen.ts";
import { badge, x } from "../../scripts/demo/steps/site.ts";
import { dataFolder } from "../../scripts/machine/folders.ts";
import { useWorld } from "./world.ts";

const world = useWorld();
const folder = join(dataFolder, "pictures", "chromium");
const button = (name: string, part = false) => ({ role: "button", name, part }) as const;
const words = (name: string) => ({ role: "text", name, part: true }) as const;

async function photograph({ page }: Screen, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `review-${name}.png`) });
}

it("a newcomer's answer goes by two reviewers, one of whom mends it, before it is posted", async () => {
  const newcomer = await world().newcomer("chromium");
  await joinAs(newcomer, await world().admin.invite("advocate", 0), "Nia");
  const [ann, ben] = [await world().member("chromium", "advocate", "Ann"), await world().member("chromium", "advocate", "Ben")];

  const page = await openSite(newcomer, x);
  await takePost(page, x);
  await editDraft(page);
  expect(await page.all(button("Place reply"))).toEqual([]);
  await page.click(button("Send for review"));
  await page.see(words("Needs 2 more"));
  await photograph(page, "waiting");

  const annPopup = await ann.open("popup.html");
  await annPopup.see(words("Please review"));
  await annPopup.click(button(x.asker, true));
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
  await benPopup.click(button(x.asker, true));
  await benPopup.see(words("Tell me."));
  await benPopup.click(button("Good to post"));
  await benPopup.gone(words("Please review"));

  await page.see(words("You can post it now, as it is."));
  await photograph(page, "approved");
  await placeReply(page, x);
  await x.pressPost(page.page);
  await page.see(words("Posted. Thank you"));
  await page.see(badge(x, x.question, "Answered"));
  const reply = await eventually(
    "the answered post on the server",
    async () =>
      (await world().admin.mentions()).find(({ excerpt, status }) => excerpt.includes(x.question) && status === "answered")?.reply,
  );
  expect(reply).toMatchObject({ proof: "seen", author: { name: "Nia" } });
  expect(reply.text).toContain("Tell me.");
});
