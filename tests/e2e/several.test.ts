import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type Backend, startBackend } from "../../scripts/demo/backend.ts";
import { joinDevice, type OtherDevice } from "../../scripts/demo/steps/device.ts";
import { fillInWelcome } from "../../scripts/demo/steps/member.ts";
import { eventually, type LivePage } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const text = (name: string) => ({ role: "text", name, part: true }) as const;
const button = (name: string, part = false) => ({ role: "button", name, part }) as const;
const words = "Hold the case button for ten seconds, Dana.";

/** Chooses in the page's list of communities, by keyboard alone. */
async function chooseByKeys({ page }: LivePage, name: string): Promise<void> {
  await page.waitForSelector(".community-bar select");
  await page.focus(".community-bar select");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await eventually(`${name} above the page`, () =>
    page.evaluate(
      (wanted) => document.querySelector<HTMLSelectElement>(".community-bar select")?.selectedOptions[0]?.text === wanted,
      name,
    ),
  );
}

const questionOn = async (server: OtherDevice) =>
  (await server.mentions()).find(({ site, excerpt }) => site === "x" && excerpt.includes(xVisit.question));

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();
  let folder: string;
  let other: Backend;
  let delta: OtherDevice;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "fanswer-other-"));
    await chmod(folder, 0o755);
    other = await startBackend({ dataDir: join(folder, "data") });
    delta = await joinDevice(other.invitations.admin, "Observer");
    await delta.run("brand.set", { name: "Delta" });
  });
  afterAll(async () => {
    await other.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("a person with two brands on two servers answers for one of them, leaves it, and is whole in the other", async () => {
    const person = await world().member(browser, "advocate", "Robin");
    const settings = await person.open("options.html");
    await settings.see(button("Join another community"));
    const welcome = await person.open("welcome.html#another");
    await fillInWelcome(welcome, await delta.invite("advocate"), "R. Vale");
    await welcome.click(button("Agree and join"));
    await welcome.see(text("You're in, R. Vale"));
    // The same one again makes no second account, and says so.
    const again = await person.open("welcome.html#another");
    await fillInWelcome(again, await delta.invite("advocate"), "R. Vale");
    await again.click(button("Agree and join"));
    await again.see(text("This browser is in that community already."));

    const site = await person.visit(xVisit.home);
    await site.see(badge(xVisit, xVisit.question, "Acme"));
    await site.click(badge(xVisit, xVisit.question, "Delta"));
    await site.see({ role: "text", name: "Delta" });
    await site.click(button("I'll answer"));
    await site.type({ role: "textbox", name: "Your answer" }, words);
    await site.see(text("Saved"));
    await eventually("the post held in Delta", async () => (await questionOn(delta))?.status === "claimed");
    await eventually("the post waiting in Acme", async () => (await questionOn(world().admin))?.status === "open");

    const popup = await person.open("popup.html");
    await popup.see(text("Yours"));
    await chooseByKeys(popup, "Acme");
    await popup.gone(text("Yours"));
    // One choice for all pages.
    await eventually("Acme in the settings, too", () =>
      settings.page.evaluate(() => document.querySelector("h1.line-cut")?.textContent === "Acme"),
    );
    await chooseByKeys(settings, "Delta");
    await popup.see(text("Yours"));

    // What the server says comes above the button, and pushes it down.
    await settings.see(text("this one"));
    await settings.click(button("Leave and forget"));
    await settings.click(button("Leave Delta", true));
    await settings.see(text("You left Delta"));
    await settings.see({ role: "text", name: "Acme" });
    await site.gone({ role: "text", name: "Delta" });
    await site.click(badge(xVisit, xVisit.question, "Needs an answer"));
    await site.see({ role: "text", name: "Acme" });
    await eventually("the claim given back in Delta", async () => (await questionOn(delta))?.status === "open");
    const people = await delta.run("member.list", {});
    if (people.some(({ name }) => name === "R. Vale")) throw new Error("still a member of Delta");
  });
});
