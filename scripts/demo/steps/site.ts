import type { ElementHandle, Page } from "puppeteer-core";
import type { BrowserName } from "../../machine/browser-path.ts";
import type { Query } from "./find.ts";
import { eventually } from "./screen.ts";

/** How a person uses one of the demo sites. */
export interface SiteVisit {
  readonly name: "x" | "facebook";
  readonly home: string;
  /** Words of the post that the loop answers, and who wrote it. */
  readonly question: string;
  /** It asks for nothing: its badge says so. */
  readonly isPraise?: true;
  readonly asker: string;
  /** Selector of a whole post. */
  readonly post: string;
  /** Selector of the site's own reply box. */
  readonly editor: string;
  /** Presses the site's own Post. */
  pressPost(page: Page): Promise<void>;
  /** Where the published reply is linked from, as a part of its address. */
  readonly replyAddress: RegExp;
}

/** Presses it where a person would see it: not while it moves, nor through what lies over it. False when it could not be pressed now. */
async function pressUncovered(page: Page, button: ElementHandle | null): Promise<boolean> {
  const place = await button?.evaluate(async (element) => {
    const look = () => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    };
    const before = look();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const now = look();
    const isFree = element.contains(document.elementFromPoint(now.x, now.y));
    return isFree && now.x === before.x && now.y === before.y ? now : null;
  });
  if (!place) return false;
  await page.mouse.click(place.x, place.y);
  return true;
}

export const xVisit: SiteVisit = {
  name: "x",
  home: "https://x.com/home",
  question: "pair with a second phone",
  asker: "Dana Hollow",
  post: "article[data-testid=tweet]",
  editor: "[role=dialog] [data-testid=tweetTextarea_0]",
  async pressPost(page) {
    await page.bringToFront();
    const button = await page.waitForSelector("[data-testid=tweetButton]:not([disabled])");
    await eventually("the site's Post button, at rest and with nothing before it", () => pressUncovered(page, button));
    await page.waitForSelector(xVisit.editor, { hidden: true });
  },
  replyAddress: /^https:\/\/x\.com\/robin_vale\/status\/\d+$/,
};

/** Another of its posts, which thanks. */
export const praise = { question: "Two years, one washing machine", isPraise: true } as const;

export const facebookVisit: SiteVisit = {
  name: "facebook",
  home: "https://www.facebook.com/",
  question: "last on one charge",
  asker: "Mira Castell",
  post: "[aria-posinset]",
  editor: "[aria-posinset] [data-lexical-editor=true]",
  async pressPost(page) {
    await page.bringToFront();
    await page.focus(facebookVisit.editor);
    await page.keyboard.press("Enter");
  },
  replyAddress: /^https:\/\/www\.facebook\.com\/.+comment_id=\d+/,
};

const siteVisits = [xVisit, facebookVisit];

/** Every pair of a browser and a site. */
export const everywhere = (["chromium", "firefox"] as const).flatMap((browser: BrowserName) =>
  siteVisits.map((site) => ({ browser, site })),
);

/** The badge on the post that says `words`; `shows` is the beginning of what it says. */
export function badge(site: SiteVisit, words: string, shows: string): Query {
  return { role: "button", name: shows, part: true, beside: { selector: site.post, words } };
}

/** What stands in the site's reply box, line by line. */
export function editorText(page: Page, site: SiteVisit): Promise<string> {
  return page.evaluate((selector) => {
    const editor = document.querySelector<HTMLElement>(selector);
    // The lines of an editor are blocks, which only the rendered text breaks.
    return editor?.innerText.replace(/\u200b/g, "").trim() ?? "";
  }, site.editor);
}
