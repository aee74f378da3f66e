import type { Browser, Page } from "puppeteer-core";
import type { BrowserName } from "../machine/browser-path.ts";

/** How long anything in a browser is waited for: a bound is for a hang, and a busy machine may take long. */
export const patienceMs = 60_000;

export interface LaunchOptions {
  /** Folder of the built extension. */
  readonly extension: string;
  /** Profile to keep; a new one that is thrown away when null. */
  readonly profile: string | null;
  /** Proxy of the demo sites; every other address is refused by it. */
  readonly proxyPort: number;
  readonly headless: boolean;
  /** Language of the browser's interface, "en" unless given. */
  readonly lang?: string;
}

/** A page of the browser, whose waits end with `patienceMs`. */
export async function newPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMs);
  return page;
}

/** A running browser with the extension in it; the same for both browsers. */
export interface ExtensionBrowser {
  readonly name: BrowserName;
  readonly browser: Browser;
  /** One of the extension's pages that stays open, to look through: the welcome page. */
  readonly own: Page;
  /** A page of the site, loaded. */
  openPage(url: string): Promise<Page>;
  /** One of the extension's own pages ("popup.html") in a tab of its own. */
  openExtensionPage(path: string): Promise<Page>;
  /** Ends the background at once, as the browser may at any time. Resolves when it is gone. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
}
