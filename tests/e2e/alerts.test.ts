import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { allowingCopy } from "../../scripts/browsers/allowing.ts";
import { joinOnWelcome, type Participant } from "../../scripts/demo/steps/member.ts";
import { noQuietHours, noticesOn } from "../../scripts/demo/steps/notices.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { builtExtension } from "../../scripts/machine/folders.ts";
import { sighting } from "../support/samples.ts";
import { useWorld } from "./world.ts";

const world = useWorld();
const button = (name: string) => ({ role: "button", name }) as const;
const words = (name: string) => ({ role: "text", name, part: true }) as const;
const ofPost = "fanswer post.en";
const folders: string[] = [];

afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true });
});

/** A post of this moment: nobody is called to one that is old. */
async function report(postId: string): Promise<void> {
  await world().admin.run("mention.report", sighting(postId, { postedAt: new Date().toISOString() }));
}

/** Joins, and says in the popup that they want to be told; without quiet hours, as the test runs at any hour. */
async function wantAlerts(member: Participant, name: string): Promise<void> {
  await joinOnWelcome(member, await world().admin.invite("advocate"), name);
  const popup = await member.open("popup.html");
  await popup.see(words("Nothing needs you right now."));
  expect(await popup.all(words("We'll tell you."))).toEqual([]);
  await popup.click(button("Tell me"));
  const settings = await member.open("options.html");
  await noQuietHours(settings.page);
  await settings.page.close();
  await popup.see(words("We'll tell you."));
  await popup.page.close();
}

const shown = ({ browser }: Participant) => eventually("a notification", async () => (await noticesOn(browser.own)).includes(ofPost));
const gone = ({ browser }: Participant) => eventually("no notification", async () => !(await noticesOn(browser.own)).includes(ofPost));

it("in Chromium a member who wants it is told of a post, also with the windows closed, and no longer once somebody has it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "fanswer-alerts-"));
  folders.push(folder);
  const member = await world().newcomer("chromium", "en", await allowingCopy(builtExtension.chromium, folder));
  await wantAlerts(member, "Nia");
  await report("1900000000000000501");
  await shown(member);
  await world().admin.run("claim.take", { mentionId: "x:1900000000000000501" });
  await gone(member);

  const { browser } = member.browser;
  const worker = await browser.waitForTarget((target) => target.type() === "service_worker");
  for (const page of await browser.pages()) await page.close();
  await report("1900000000000000502");
  await eventually("a notification without a window", async () => {
    const running =
      (await browser
        .targets()
        .find((target) => target.type() === "service_worker")
        ?.worker()) ?? (await worker.worker());
    const ids = await running?.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { notifications: { getAll(): Promise<object> } } };
      return Object.keys(await chrome.notifications.getAll());
    });
    return ids?.includes(ofPost);
  });
  await world().admin.run("mention.dismiss", { mentionId: "x:1900000000000000502", reason: "spam" });
});
