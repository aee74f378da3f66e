import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openSite, takePost } from "../../scripts/demo/steps/loop.ts";
import { eventually, type LivePage } from "../../scripts/demo/steps/screen.ts";
import { badge, xVisit } from "../../scripts/demo/steps/site.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { behaviours, useModelServer } from "../server/model-server.ts";
import { useWorld } from "./world.ts";

const draft = { role: "textbox", name: "Your answer" } as const;
const place = { role: "button", name: "Place reply" } as const;
const copy = { role: "button", name: "Copy reply" } as const;
const text = (name: string) => ({ role: "text", name, part: true }) as const;
const button = (name: string) => ({ role: "button", name }) as const;

/** The button stays where it is and cannot be pressed. */
const isOff = async (page: LivePage, query: typeof place | typeof copy) => (await page.see(query)).disabled;

beforeAll(() => {
  // The test's own model stands on this machine.
  vi.stubEnv("ALLOW_HOSTS", "127.0.0.1");
});
afterAll(() => vi.unstubAllEnvs());

describe.each(browserNames)("in %s", (browser) => {
  const model = useModelServer();
  const world = useWorld();

  it("a reply is placed only when it fits the site, is one's own, and a machine's was read", async () => {
    const advocate = await world().member(browser, "advocate", "Robin");
    const page = await openSite(advocate, xVisit);
    await takePost(page, xVisit);

    // Too long, with the count: these weigh two each.
    await page.type(draft, "字".repeat(141));
    await page.see(text("It is too long by"));
    expect(await isOff(page, place)).toBe(true);
    await page.type(draft, "Hold the case button for ten seconds, then choose them in the second phone.");
    await page.gone(text("It is too long by"));

    // Given back, and had again.
    await page.click(button("Give back"));
    await page.see(text("Given back."));
    await page.see(badge(xVisit, xVisit.question, "Needs an answer"));
    await page.click(button("Undo"));
    await page.see(badge(xVisit, xVisit.question, "You're on it"));
    await page.click(place);
    await page.see(text("It's in the reply box."));
    await xVisit.pressPost(page.page);
    await page.see(badge(xVisit, xVisit.question, "Answered"));

    // The same words once more, on another post.
    const other = { ...xVisit, question: "Firmware 2.4.1 on my Acme earbuds" };
    const mention = await eventually("the other post", async () =>
      (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes(other.question)),
    );
    if (mention.route !== "community") await world().admin.run("mention.route", { mentionId: mention.id, route: "community", note: "" });
    await page.see(badge(xVisit, other.question, "Needs an answer"));
    await takePost(page, other);
    await page.type(draft, "Hold the case button for ten seconds, then choose them in the second phone.");
    await page.see(text("This was said before in nearly the same words."));
    expect(await isOff(page, place)).toBe(true);
  });

  it("a machine's draft is placed only after a person read or changed it", async () => {
    model.behave = behaviours.streams("Open the app, ", "tap Pair, wait for the light.");
    await world().admin.run("model.set", { address: model.address, model: "small-1", key: null });
    const advocate = await world().member(browser, "advocate", "Linh");
    const site = { ...xVisit, question: "kenapa earbuds Acme saya" };
    const page = await openSite(advocate, site);
    await takePost(page, site);
    await page.click(button("Draft it by machine"));
    await page.see(text("A machine wrote this"));
    expect((await page.see(draft)).text).toContain("tap Pair, wait for the light.");
    expect(await isOff(page, place)).toBe(true);
    await page.click(button("I have read it"));
    await eventually("the button to place it", async () => !(await isOff(page, place)));
  });

  it("a post from a site without us is added by its link, answered by copying and confirmed", async () => {
    const advocate = await world().member(browser, "advocate", "Noor");
    const popup = await advocate.open("popup.html");
    await popup.click(button("Menu"));
    await popup.click(button("Add a post by its link"));
    await popup.type({ role: "textbox", name: "Link to the post" }, "https://www.linkedin.com/posts/mira-activity-71?utm_source=share");
    await popup.type({ role: "textbox", name: "What it says" }, "Do the Acme earbuds pair with two laptops?");
    await popup.click(button("Add it"));
    await popup.see(text("Added."));
    await popup.see(text("pair with two laptops"));
    await popup.click(button("I'll answer"));
    await popup.type(draft, "They do: hold the case button once for each laptop.");
    await popup.click(copy);
    await popup.click(button("I posted it"));
    await popup.click(button("Yes, it's posted"));
    const mention = await eventually("the answered post on the server", async () => {
      const found = (await world().admin.mentions()).find(({ excerpt }) => excerpt.includes("two laptops"));
      return found?.status === "answered" ? found : null;
    });
    expect(mention).toMatchObject({ site: "other", reply: { proof: "confirmed", text: expect.stringContaining("once for each laptop") } });
  });
});
