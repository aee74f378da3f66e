import { describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually, type LivePage } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { useWorld } from "./world.ts";

const left = { role: "text", name: "You left", part: true } as const;
const wayBack = { role: "button", name: "Join with an invitation" } as const;

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("the settings are the extension's own, and the name that they say is what others see", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const settings = await advocate.open("options.html");
    await settings.type({ role: "textbox", name: "Your name", part: true }, "Robin Vale");
    await settings.click({ role: "button", name: "Save name" });
    await settings.see({ role: "text", name: "Saved.", part: true });
    const people = await world().admin.run("member.list", {});
    expect(people.map(({ name }) => name)).toContain("Robin Vale");
  });

  it("a break and a site that is off take the marks away, and one press brings them back", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const site = await openSite(advocate, xVisit);
    const mark = badge(xVisit, xVisit.question, "Needs an answer");
    await site.see(mark);
    const popup = await advocate.open("popup.html");
    await popup.click({ role: "button", name: "Menu" });
    await popup.click({ role: "button", name: "Take a break until I say so" });
    await popup.see({ role: "text", name: "You're on a break", part: true });
    await site.gone(mark);
    await popup.click({ role: "button", name: "I'm back" });
    await site.see(mark);
    const settings = await advocate.open("options.html");
    // The first of the two sites.
    await settings.click({ role: "radio", name: "Off", part: true });
    await site.gone(mark);
    await settings.click({ role: "radio", name: "On", part: true });
    await site.see(mark);
  });

  it("a language that is chosen is spoken by pages, marks and cards, at once and when they are opened again", async () => {
    const advocate = await world().member(browser, "advocate", "Noa");
    const site = await openSite(advocate, xVisit);
    await site.see(badge(xVisit, xVisit.question, "Needs an answer"));
    const popup = await advocate.open("popup.html");
    await popup.see({ role: "button", name: "Menu" });
    const settings = await advocate.open("options.html");
    const choice = "select:has([value=he])";
    const turned = (page: LivePage, dir: string) =>
      eventually(`${dir} on ${page.page.url()}`, () => page.page.evaluate((it) => document.documentElement.dir === it, dir));
    await settings.see({ role: "text", name: "Language of Fanswer", part: true });
    await settings.page.focus(choice);
    await settings.page.select(choice, "he");
    await settings.see({ role: "text", name: "השפה של Fanswer", part: true });
    for (const page of [settings, popup]) await turned(page, "rtl");
    expect(await settings.page.evaluate((it) => document.activeElement?.matches(it), choice)).toBe(true);
    const mark = badge(xVisit, xVisit.question, "צריך תשובה");
    await site.click(mark);
    await site.see({ role: "button", name: "אני אענה" });
    const again = await advocate.open("popup.html");
    await turned(again, "rtl");
    await settings.page.select(choice, "");
    for (const page of [settings, popup, again]) await turned(page, "ltr");
    await site.see(badge(xVisit, xVisit.question, "Needs an answer"));
  });

  it("leaving is said on every page that is open, and badges and card go from the site", async () => {
    const admin = await world().member(browser, "admin", "Ada");
    const site = await openSite(admin, xVisit);
    await site.see(badge(xVisit, xVisit.question, "Needs an answer"));
    const others: LivePage[] = [];
    for (const path of ["popup.html", "sidepanel.html", "admin.html", "welcome.html"]) others.push(await admin.open(path));
    const settings = await admin.open("options.html");
    const focus = (name: string) =>
      eventually(`the focus on ${name}`, () => settings.page.evaluate((it) => document.activeElement?.textContent?.startsWith(it), name));
    // By keys: a question begins at its way out, and a key that is held down does not press it.
    await settings.aim({ role: "button", name: "Leave and forget" });
    await settings.page.focus("[data-opens=community] button");
    const { keyboard } = settings.page;
    await keyboard.down("Enter");
    await focus("Cancel");
    await keyboard.down("Enter");
    await keyboard.up("Enter");
    await settings.see({ role: "button", name: "Leave A", part: true });
    await keyboard.press("Enter");
    await focus("Leave and forget");
    await keyboard.press("Enter");
    await focus("Cancel");
    await keyboard.down("Shift");
    await keyboard.press("Tab");
    await keyboard.up("Shift");
    await focus("Leave A");
    await keyboard.press("Enter");
    for (const page of [settings, ...others]) await page.see(left);
    for (const page of [settings, ...others.slice(0, 3)]) await page.see(wayBack);
    await focus("Join with an invitation");
    await eventually(
      "no badge on the site",
      async () => (await site.all({ role: "button", name: "Needs an answer", part: true })).length === 0,
    );
  });
});
