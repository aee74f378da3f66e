import { describe, expect, it } from "vitest";
import { openSite } from "../../scripts/demo/steps/loop.ts";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { focused } from "./steps/focus.ts";
import { useWorld } from "./world.ts";

const card = { role: "button", name: "I'll answer" } as const;
const draft = { role: "textbox", name: "Your answer" } as const;

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("a post is answered by keys alone: badge, card, round and round in it, and back to the badge", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    const { keyboard } = page.page;
    const focus = () => focused(page.page, advocate.browser.own);
    const see = (name: string) => eventually(`the focus on ${name}`, async () => (await focus()).name.startsWith(name));

    for (let tabs = 0; tabs < 60 && !(await focus()).name.startsWith("Needs an answer"); tabs++) await keyboard.press("Tab");
    await see("Needs an answer");
    const from = (await focus()).name.slice(0, 15);
    await keyboard.press("Enter");
    await see("I'll answer");

    const names = new Set<string>();
    for (let tabs = 0; tabs < 60; tabs++) {
      await keyboard.press("Tab");
      const now = await focus();
      expect(now.isInCard, `after ${tabs + 1} tabs: ${now.name}`).toBe(true);
      names.add(now.name);
    }
    expect([...names]).toEqual(expect.arrayContaining(["I'll answer", "Not for us", "Hand to staff", "Close", "why?"]));
    await keyboard.down("Shift");
    for (let tabs = 0; tabs < 8; tabs++) {
      await keyboard.press("Tab");
      expect((await focus()).isInCard).toBe(true);
    }
    await keyboard.up("Shift");

    // Back to its badge, also when the site drew the post anew meanwhile.
    await keyboard.press("Escape");
    await page.gone(card);
    await see(from);
    await keyboard.press("Enter");
    await see("I'll answer");
    await page.page.evaluate(() => {
      for (const post of document.querySelectorAll("article")) post.lastElementChild?.remove();
    });
    await keyboard.press("Escape");
    await page.gone(card);
    await see(from);

    // By Escape from the page, when it was opened by the mouse and the focus went back there.
    await page.click(badge(xVisit, xVisit.question, "Needs an answer"));
    await page.see(card);
    await page.page.mouse.click(5, 500);
    await page.page.bringToFront();
    await keyboard.press("Escape");
    await page.gone(card);
  });
});

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("an answer is looked up and put into the draft by keys alone", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    const { keyboard } = page.page;
    const focus = async () => (await focused(page.page, advocate.browser.own)).name;
    await page.click(badge(xVisit, xVisit.question, "Needs an answer"));
    await page.click(card);
    await eventually("the focus on the text", async () => (await focus()) === "Your answer");
    await keyboard.press("/");
    await eventually("the focus on the search", async () => (await focus()) === "Find an answer");
    await keyboard.type("battery drans");
    await page.see({ role: "text", name: "Battery drains fast", part: true });
    await keyboard.press("Enter");
    await eventually("the focus on the text", async () => (await focus()) === "Your answer");
    await eventually("the answer in the box", async () => (await page.see(draft)).text.includes("noise cancelling"));
    expect((await page.see(draft)).text).not.toContain("{author}");
    // Escape leaves the search, and the card stays; pressed twice the key is a stroke.
    await page.click({ role: "button", name: "Take it out" });
    await page.click(draft);
    await keyboard.press("/");
    await eventually("the focus on the search", async () => (await focus()) === "Find an answer");
    await keyboard.press("Escape");
    await eventually("the focus on the text", async () => (await focus()) === "Your answer");
    await keyboard.press("/");
    await keyboard.press("/");
    await eventually("a stroke in the box", async () => (await page.see(draft)).text === "/");
    await page.click({ role: "button", name: "Give back" });
  });

  it("what was typed is kept when the card goes by Escape", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    const { keyboard } = page.page;
    await page.click(badge(xVisit, xVisit.question, "Needs an answer"));
    await page.click(card);
    await eventually("the focus on the text", async () => (await focused(page.page, advocate.browser.own)).name === "Your answer");
    await keyboard.type("Half a thought");
    await keyboard.press("Escape");
    await page.gone(draft);
    await page.click(badge(xVisit, xVisit.question, "You're on it"));
    expect((await page.see(draft)).text).toContain("Half a thought");
  });
});
