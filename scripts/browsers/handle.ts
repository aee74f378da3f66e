import type { Browser, Page } from "puppeteer-core";
import type { BrowserName } from "../machine/browser-path.ts";

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
