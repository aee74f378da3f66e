import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cardState, heldBy, mention, sam } from "../components/samples.ts";
import { buildWall } from "../gallery/build.ts";
import { panelScenes } from "../gallery/panel-scenes.ts";
import type { Scene } from "../gallery/scene.ts";
import { openStage, type Stage } from "../gallery/stage.ts";

/** What reaches over the left or the right edge, or scrolls sideways within the page. Words for screen readers only are not seen. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll("body *")].filter((element) => !element.closest(".sr-only"));
    const over = seen.filter((element) => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 0 && (left < -1 || right > innerWidth + 1);
    });
    const sideways = [document.documentElement, ...document.querySelectorAll("main, .dock, .menu-list, dialog")].filter(
      ({ scrollWidth, clientWidth }) => scrollWidth > clientWidth,
    );
    return [...over, ...sideways].map(({ tagName, className, textContent }) => `${tagName}.${className}: ${textContent?.slice(0, 30)}`);
  });

/** Whether the element is seen: its picture is another one without `css`. */
async function isSeen(page: Page, selector: string, css: string): Promise<boolean> {
  const element = await page.waitForSelector(selector);
  const before = await element?.screenshot({ encoding: "base64" });
  await page.addStyleTag({ content: `${selector} { ${css} }` });
  return before !== (await element?.screenshot({ encoding: "base64" }));
}

describe("the built panel", () => {
  let stage: Stage;
  beforeAll(async () => {
    await buildWall();
    stage = await openStage();
  });
  afterAll(() => stage?.close());

  const seen = (["light", "rtl"] as const).flatMap((look) => panelScenes.map((scene) => ({ look, scene, name: scene.name })));
  it.each(seen)("cuts nothing off from 520 to 160 px: $name, $look", async ({ look, scene }) => {
    const page = await stage.open({ ...scene, width: 520 }, look);
    for (const width of [520, 320, 240, 200, 160]) {
      await page.setViewport({ width, height: 700 });
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await cutOff(page), `${width} px`).toEqual([]);
    }
    await page.close();
  });

  it("says that taking needs a connection, on a button that is off", async () => {
    const offline = panelScenes.find(({ name }) => name === "panel-offline") as Scene;
    const page = await stage.open(offline, "light");
    const button = await page.$eval("[data-open] [data-look=primary]", (found) => found.getAttribute("aria-disabled"));
    const text = await page.$eval("main", ({ textContent }) => textContent ?? "");
    expect([button, text.includes("Taking a post needs a connection."), text.includes("is kept")]).toEqual(["true", true, false]);
    await page.close();
  });

  describe("in forced colours", () => {
    const open = async (scene: Scene) => stage.open(scene, "forced");
    const list = panelScenes.find(({ name }) => name === "panel-open") as Scene;

    it("marks the words of a post", async () => {
      const page = await open(list);
      const plain = "forced-color-adjust: none; background: Canvas; color: CanvasText; text-decoration: none";
      expect(await isSeen(page, ".detail .post-text mark", `${plain} !important`)).toBe(true);
      await page.close();
    });

    it("marks in the reply box what must be mended, behind the letters", async () => {
      const draft = {
        text: "Mail me at dana@acme.example",
        status: "writing" as const,
        author: { id: sam.id, name: sam.name },
        updatedAt: "2026-03-02T12:00:00.000Z",
      };
      const held = mention({ ...heldBy(sam), draft });
      const answers = { ...list.answers, "card.state": () => cardState({ mention: held, me: sam }) };
      const page = await open({ ...list, device: { member: sam, mentions: [held] }, answers });
      expect(await isSeen(page, ".reply-mirror mark", "visibility: hidden !important")).toBe(true);
      await page.close();
    });

    it("shows the connection's dot, the open row's edge and where the focus is", async () => {
      const page = await open(list);
      expect(await isSeen(page, ".dot", "visibility: hidden !important")).toBe(true);
      expect(await isSeen(page, "[data-open]", "border: 0 !important")).toBe(true);
      await page.keyboard.press("Escape");
      await page.waitForSelector(".triage-row:focus-visible");
      expect(await isSeen(page, ".triage-line:has(:focus-visible)", "outline: none !important")).toBe(true);
      await page.close();
    });
  });
});
