import type { Page } from "puppeteer-core";
import type { Participant } from "../../../scripts/demo/steps/member.ts";
import { type LivePage, siteScreen } from "../../../scripts/demo/steps/screen.ts";

interface Spying {
  heard: string[];
}

/** Runs before any script of the page: listens first, on the outermost, in the capture phase. */
function spy(): void {
  const world = globalThis as unknown as Spying;
  world.heard = [];
  const types =
    "keydown keyup keypress beforeinput input textInput change compositionstart compositionupdate compositionend paste copy cut beforecopy beforecut beforepaste select selectstart drop dragstart";
  for (const type of types.split(" ")) {
    for (const target of [window, document]) {
      target.addEventListener(
        type,
        (event) => world.heard.push(`${type} ${(event as KeyboardEvent).key ?? (event as InputEvent).data ?? ""}`),
        true,
      );
    }
  }
}

/** A page of a site that wants to know what members type. */
export async function visitSpying(member: Participant, url: string): Promise<LivePage> {
  const page = await member.browser.browser.newPage();
  await page.evaluateOnNewDocument(spy);
  await page.goto(url);
  return siteScreen(page, member.browser.own);
}

/** What the page heard since it was last asked. */
export const heardBy = (page: Page): Promise<string[]> => page.evaluate(() => (globalThis as unknown as Spying).heard.splice(0));

/** What the page gets to know of `words` by asking, and whether it could write. */
export function pryBy(page: Page, words: string): Promise<Record<string, unknown>> {
  return page.evaluate((wanted) => {
    const selected = getSelection()?.toString() ?? "";
    const finds = (globalThis as unknown as { find(text: string, ...how: boolean[]): boolean }).find(
      wanted,
      false,
      false,
      true,
      false,
      true,
    );
    document.execCommand("insertText", false, "EVIL");
    document.execCommand("selectAll");
    const all = getSelection()?.toString() ?? "";
    getSelection()?.removeAllRanges();
    return { frames: window.length, finds, reads: `${selected}${all}`.includes(wanted) };
  }, words);
}

/** What a page may do to the card's host so that a click meant for the page lands on the card; `undo` puts things right again. */
export const attacks: readonly { readonly name: string; readonly waitMs: number; readonly run: () => void; readonly undo: () => void }[] = [
  {
    name: "made transparent",
    waitMs: 0,
    run: () => (document.documentElement.lastElementChild as HTMLElement).style.setProperty("opacity", "0.01", "important"),
    undo: () => {},
  },
  {
    name: "robbed of its style",
    waitMs: 0,
    run: () => {
      const host = document.documentElement.lastElementChild as HTMLElement;
      host.style.cssText = `${host.style.cssText.replaceAll("!important", "")};filter:opacity(0)`;
    },
    undo: () => {},
  },
  {
    name: "taken out of the top layer, below a layer of the page",
    waitMs: 0,
    run: () => {
      const cover = document.createElement("div");
      cover.id = "cover";
      cover.style.cssText = "position:fixed;inset:0;z-index:2147483647;background:#fff;pointer-events:none";
      document.documentElement.prepend(cover);
      (document.documentElement.lastElementChild as HTMLElement).hidePopover();
    },
    undo: () => document.getElementById("cover")?.remove(),
  },
  {
    name: "covered by a layer that takes no clicks",
    waitMs: 700,
    run: () => {
      const cover = document.createElement("div");
      cover.id = "cover";
      cover.popover = "manual";
      cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none";
      document.body.append(cover);
      cover.showPopover();
    },
    undo: () => document.getElementById("cover")?.remove(),
  },
  {
    name: "covered so until just before the click, in a closed shadow root",
    waitMs: 0,
    run: () => {
      const cover = document.createElement("div");
      cover.popover = "manual";
      cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;margin:0;border:0;background:#fff;pointer-events:none";
      const holder = document.createElement("div");
      document.body.append(holder);
      holder.attachShadow({ mode: "closed" }).append(cover);
      cover.showPopover();
      return new Promise<void>((resolve) => {
        setTimeout(() => {
          holder.remove();
          resolve();
        }, 1600);
      });
    },
    undo: () => {},
  },
  {
    name: "on a page that is faded as a whole",
    waitMs: 700,
    run: () => document.documentElement.style.setProperty("filter", "opacity(0)"),
    undo: () => document.documentElement.style.removeProperty("filter"),
  },
];
