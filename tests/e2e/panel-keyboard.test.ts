import type { KeyInput, Page } from "puppeteer-core";
import { describe, expect, it } from "vitest";
import { eventually } from "../../scripts/demo/steps/screen.ts";
import { browserNames } from "../../scripts/machine/browser-path.ts";
import { report } from "./steps/report.ts";
import { useWorld } from "./world.ts";

/** What has the focus: the post's words for a row, else the name. */
const focus = (page: Page) =>
  page.evaluate(() => {
    const active = document.activeElement;
    const row = active?.matches(".triage-row") ? active.closest<HTMLElement>("[data-row]") : null;
    return row ? `row ${row.dataset.row}` : (active?.id || active?.getAttribute("aria-label") || active?.textContent || "").trim();
  });
const said = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll(".toast")].map(({ textContent }) => textContent).join(" | "));

describe.each(browserNames)("in %s", (browser) => {
  const world = useWorld();

  it("staff walk the panel by keys alone, and never lose their place", async () => {
    const { admin } = world();
    const posts = ["How warm may Acme cases get?", "Acme strap, which size?", "Is the Acme hub loud?", "Blue Acme lamp: sold out?"];
    for (const [index, words] of posts.entries()) await report(admin, `910${index}`, words, { minutes: 40 - index * 5 });
    for (const index of [0, 1])
      await report(admin, `92${index}`, `Acme opening hours, week ${index}`, { forStaff: false, minutes: 119 - index * 5 });
    const { page, see } = await (await world().member(browser, "staff", "Sam")).open("sidepanel.html");
    await page.bringToFront();
    await see({ role: "text", name: "Acme hub", part: true });
    const press = async (...keys: KeyInput[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    const rows = (section: string) =>
      page.evaluate(
        (id) => [...document.querySelectorAll<HTMLElement>(`[aria-labelledby=${id}] [data-row]`)].map((row) => `row ${row.dataset.row}`),
        `section-${section}`,
      );
    const isOpen = () => page.evaluate(() => document.querySelector("[data-open]") !== null);
    const at = (wanted: string | undefined) => eventually(`the focus on ${wanted}`, async () => (await focus(page)) === wanted);
    const says = (words: string) => eventually(`"${words}"`, async () => (await said(page)).includes(words));

    const [first, second, third, fourth] = await rows("now");
    // What runs out first stands on top.
    expect(await rows("clock")).toEqual(["row x:920", "row x:921"]);
    await at(first);
    await press("Escape", "Escape");
    await at(first);
    await press("k");
    await says("This is the first one.");

    await press("j", "?");
    await eventually("the keys", () => page.evaluate(() => document.querySelector("dialog")?.matches(":modal")));
    expect(await page.evaluate(() => document.querySelector("dialog")?.contains(document.activeElement))).toBe(true);
    await press("Escape");
    await at(second);
    expect(await page.evaluate(() => document.querySelector("dialog") === null)).toBe(true);

    await press("m");
    await says("No other post looks like this one.");
    await press("y");
    await says("No draft here waits for your word.");

    await press("d");
    await at("Not about us");
    await press("s");
    await at("Spam");
    await press("Enter");
    await at(third);
    await says("Set aside: Spam.");
    await press("u");
    await eventually("the post back in its place", async () => (await rows("now")).length === 4);
    await at(third);

    await press("j");
    await at(fourth);
    await press("e");
    await says("Sent to: Second line.");
    await press("d", "Enter");
    await at(third);

    await press("Enter");
    await eventually("the open row", isOpen);
    await press("r");
    await at("Community");
    await press("Escape", "Escape");
    await at(third);
    expect(await isOpen()).toBe(false);

    await press("x", "k", "x");
    await see({ role: "text", name: "2 selected" });
    await press("Escape");
    await at(second);
    await press("/");
    await at("panel-filter");
    await press("Escape");
    await at(second);

    await press("a");
    await eventually("the reply box", async () => (await focus(page)) === "Your answer");
    await press("Escape");
    await at(second);
    expect(await rows("mine")).toEqual([second]);
    await press("u");
    await eventually("the post given back", async () => (await rows("mine")).length === 0);
  });
});
