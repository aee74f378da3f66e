import type { Page } from "puppeteer-core";
import { patienceMs } from "../../browsers/handle.ts";
import { type FoundElement, findAll, type Query } from "./find.ts";

const pauseMs = 100;

/** A page as a person meets it: look for things by name, click them with the mouse, type on the keyboard. */
export interface LivePage {
  readonly page: Page;
  /** All that is there now. */
  all(query: Query): Promise<FoundElement[]>;
  /** The first that is there, waited for. Rejects with what was looked for. */
  see(query: Query): Promise<FoundElement>;
  /** Waits until nothing of it is there. */
  gone(query: Query): Promise<void>;
  click(query: Query): Promise<void>;
  /** Waits until it could be clicked. What comes back clicks where it stood, whatever stands there by then. */
  aim(query: Query): Promise<() => Promise<void>>;
  /** Replaces what a field holds by typing. */
  type(query: Query, text: string): Promise<void>;
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What puppeteer says when a page goes away while it is looked at. */
const isLeaving = (thrown: unknown) => thrown instanceof Error && thrown.message.startsWith("Execution context was destroyed");

/** What `probe` gives; nothing while a page changes to the next. */
async function looked<T>(probe: () => Promise<T>): Promise<T | null> {
  try {
    return await probe();
  } catch (thrown) {
    if (isLeaving(thrown)) return null;
    throw thrown;
  }
}

/** Asks again until `probe` gives something; rejects with `what`, and with what `instead` finds there, when patience ends. */
export async function eventually<T>(
  what: string,
  probe: () => Promise<T | null | undefined | false>,
  instead?: () => Promise<string>,
): Promise<T> {
  const end = Date.now() + patienceMs;
  for (;;) {
    const value = await looked(probe);
    if (value) return value;
    if (Date.now() > end) {
      const there = instead ? `; there stands: ${await instead().catch((thrown: Error) => thrown.message)}` : "";
      throw new Error(`waited ${patienceMs / 1000} s for ${what}${there}`);
    }
    await wait(pauseMs);
  }
}

const said = (query: Query, page: Page) => `the ${query.role} "${query.name}" on ${page.url()}`;

/** For how long a thing must have stood still before it is clicked, in ms: a person needs as long to see where it is. */
const restMs = { ownPage: 200, site: 600 };

/** Around any way to look into a page. */
function screen(page: Page, all: LivePage["all"], restMs: number): LivePage {
  const allWords = async () => {
    const texts = await all({ role: "text", name: "", part: true });
    return `${page.url()}: ${texts.map(({ name }) => name).join(" | ")}`;
  };
  const see = (query: Query) => eventually(said(query, page), async () => (await all(query))[0], allWords);
  /**
   * Where it stands once it stopped moving, as a page that still loads pushes what is below its pictures and badges, and a card takes no
   * press before it was seen for a moment.
   */
  const still = async (query: Query) => {
    let last: FoundElement | undefined;
    let movedMs = Date.now();
    return eventually(
      `${said(query, page)}, at rest and enabled`,
      async () => {
        const [now] = await all(query);
        if (!now || now.disabled || last?.x !== now.x || last.y !== now.y) movedMs = Date.now();
        last = now;
        return Date.now() - movedMs >= restMs ? now : null;
      },
      allWords,
    );
  };
  const aim = async (query: Query) => {
    await page.bringToFront();
    const { x, y, width, height } = await still(query);
    return () => page.mouse.click(x + width / 2, y + height / 2);
  };
  const isRefused = async () => (await all({ role: "text", name: "that press did not count", part: true })).length > 0;
  /** A card that was covered or had moved takes no press and says so: one presses again, as a person does. */
  const click = async (query: Query) => {
    const isSaidAlready = await isRefused();
    do await (await aim(query))();
    while (!isSaidAlready && (await isRefused()));
  };
  return {
    page,
    all,
    see,
    async gone(query) {
      await eventually(`${said(query, page)} to go`, async () => (await all(query)).length === 0);
    },
    click,
    aim,
    async type(query, text) {
      await click(query);
      await page.keyboard.down("Control");
      await page.keyboard.press("a");
      await page.keyboard.up("Control");
      await page.keyboard.type(text);
    },
  };
}

/** One of the extension's own pages. */
export function ownScreen(page: Page): LivePage {
  return screen(page, (query) => page.evaluate(findAll, query), restMs.ownPage);
}

/** Runs inside one of the extension's pages: looks into the tab from the extension's own world there. */
async function lookIntoTab(look: (query: Query) => FoundElement[], url: string, query: Query): Promise<FoundElement[]> {
  interface Api {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    scripting: { executeScript(injection: object): Promise<{ result: FoundElement[] }[]> };
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = browser ?? chrome;
  const tab = (await api.tabs.query({})).find((each) => each.url === url);
  if (!tab) return [];
  const [answer] = await api.scripting.executeScript({ target: { tabId: tab.id }, func: look, args: [query] });
  return answer?.result ?? [];
}

/**
 * What the extension drew on a page of a site. The card and the badges stand in closed shadow roots, which only the
 * extension itself may look into: `own` is any of its pages.
 */
export function siteScreen(page: Page, own: Page): LivePage {
  const all = async (query: Query) => {
    const call = `(${lookIntoTab})(${findAll}, ${JSON.stringify(page.url())}, ${JSON.stringify({ ...query, inShadow: true })})`;
    return (await own.evaluate(call)) as FoundElement[];
  };
  return screen(page, all, restMs.site);
}
