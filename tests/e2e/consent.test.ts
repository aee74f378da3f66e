import { describe, expect, it } from "vitest";
import { joinDevice } from "../../scripts/demo/steps/device.ts";
import { fillInWelcome } from "../../scripts/demo/steps/member.ts";
import { eventually, ownScreen } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const joinButton = { role: "button", name: "Agree and join" } as const;

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("nothing is read or sent before the person agrees and joins", async () => {
    const newcomer = await world().newcomer(browser);
    const page = await newcomer.visit(xVisit.home);
    await page.page.waitForSelector(xVisit.post);
    const welcome = ownScreen(newcomer.browser.own);
    await fillInWelcome(welcome, await world().admin.invite("advocate"), "Robin");
    expect(await page.all({ role: "button", name: "Needs an answer", part: true })).toEqual([]);
    expect(await world().admin.mentions()).toEqual([]);
    const agreedAtMs = Date.now();

    await welcome.click(joinButton);
    await page.page.bringToFront();
    await page.see(badge(xVisit, xVisit.question, "Needs an answer"));
    const mentions = await eventually("what was sent", async () => {
      const sent = await world().admin.mentions();
      return sent.length > 0 && sent;
    });
    for (const { firstSeenAt } of mentions) expect(Date.parse(firstSeenAt)).toBeGreaterThanOrEqual(agreedAtMs);
  });

  it("a wrong and a used invitation are refused in the same words", async () => {
    const used = await world().admin.invite("advocate");
    await joinDevice(used, "First");
    const wrong = used.slice(0, -4) + (used.endsWith("aaaa") ? "bbbb" : "aaaa");
    const newcomer = await world().newcomer(browser);
    const refusalOf = async (invitation: string) => {
      const welcome = await newcomer.open("welcome.html");
      await fillInWelcome(welcome, invitation, "Robin");
      await welcome.click(joinButton);
      return (await welcome.see({ role: "alert", name: "This invitation cannot be used.", part: true })).text;
    };
    expect(await refusalOf(wrong)).toBe(await refusalOf(used));
  });
});
