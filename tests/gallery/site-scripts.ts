import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { CDPSession, Page } from "puppeteer-core";
import { builtExtension } from "../../scripts/machine/folders.ts";
import { noonMs } from "../components/samples.ts";
import type { Look, Scene } from "./scene.ts";
import { openShadows, type StandInArgs, standIn, stillTime } from "./stand-in.ts";

const built = (path: string) => readFile(join(builtExtension.chromium, path), "utf8");

/** Loads a demo site's page and puts the built scripts into a world of their own, as the browser would. */
export async function enterSite(page: Page, cdp: CDPSession, scene: Scene, look: Look, args: StandInArgs): Promise<void> {
  const address = new URL(scene.page);
  address.searchParams.set("theme", look === "dark" ? "dark" : "light");
  address.searchParams.set("dir", look === "rtl" ? "rtl" : "ltr");
  await page.goto(address.href);
  const { frameTree } = await cdp.send("Page.getFrameTree");
  const { executionContextId: contextId } = await cdp.send("Page.createIsolatedWorld", {
    frameId: frameTree.frame.id,
    worldName: "fanswer",
  });
  const run = async (expression: string) => {
    const { exceptionDetails } = await cdp.send("Runtime.evaluate", { expression, contextId });
    if (exceptionDetails) throw new Error(`${scene.name}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  };
  await run(`(${stillTime})(${noonMs}); (${openShadows})(); (${standIn})(${JSON.stringify(args)})`);
  let isCardThere = false;
  cdp.on("Runtime.bindingCalled", async ({ payload }) => {
    const { name, args } = JSON.parse(payload);
    if (name !== "card.open") return;
    if (!isCardThere) await run(await built("card.js"));
    isCardThere = true;
    await run(`galleryTell(${JSON.stringify({ name: "card.show", args })})`);
  });
  await run(await built(address.hostname === "x.com" ? "content-scripts/x.js" : "content-scripts/facebook.js"));
}
