import { getuid } from "node:process";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import { endBrowserWithUs } from "../../scripts/browsers/end-with-us.ts";
import { type BrowserName, browserNames } from "../../scripts/machine/browser-path.ts";
import { needBrowser } from "../../scripts/machine/need-browser.ts";

const options: Record<BrowserName, LaunchOptions> = {
  chromium: {
    pipe: true,
    args: [
      "--js-flags=--expose-gc",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1",
      // Root has no user namespace to build the sandbox in.
      ...(getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  },
  firefox: {
    browser: "firefox",
    // The clock of a page steps by a whole millisecond otherwise.
    extraPrefsFirefox: { "network.dns.forceResolve": "127.0.0.1", "privacy.reduceTimerPrecision": false },
  },
};

/** A headless browser of this machine without extensions, cut off from the network. */
async function launch(name: BrowserName): Promise<Browser> {
  const executablePath = await needBrowser(name);
  const own = { handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false };
  const browser = await puppeteer.launch({ ...options[name], ...own, executablePath, headless: true, protocolTimeout: 900_000 });
  endBrowserWithUs(browser);
  return browser;
}

/** Each browser in turn, named with its version, closed when the loop goes on or ends. */
export async function* eachBrowser(
  note: (text: string) => void,
): AsyncGenerator<{ readonly name: BrowserName; readonly browser: Browser }> {
  for (const name of browserNames) {
    const browser = await launch(name);
    try {
      note(await browser.version());
      yield { name, browser };
    } finally {
      await browser.close();
    }
  }
}
