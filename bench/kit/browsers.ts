import type { Browser, LaunchOptions } from "puppeteer-core";
import { startBrowser } from "../../scripts/browsers/start-browser.ts";
import { type BrowserName, browserNames } from "../../scripts/machine/browser-path.ts";

const options: Record<BrowserName, LaunchOptions> = {
  chromium: {
    args: ["--js-flags=--expose-gc", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1"],
  },
  firefox: {
    // The clock of a page steps by a whole millisecond otherwise.
    extraPrefsFirefox: { "network.dns.forceResolve": "127.0.0.1", "privacy.reduceTimerPrecision": false },
  },
};

/** A headless browser of this machine without extensions, cut off from the network. */
const launch = (name: BrowserName): Promise<Browser> => startBrowser(name, { ...options[name], headless: true, protocolTimeout: 900_000 });

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
