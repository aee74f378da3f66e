import { type BrowserName, browserPath, pathVariable } from "./browser-path.ts";
import { installPackages } from "./packages.ts";

const title: Record<BrowserName, string> = { chromium: "Chromium", firefox: "Firefox" };

/** Debian's names: both browsers, the languages the tests look at, and letters for all of them. */
const packages = [
  "chromium",
  "chromium-l10n",
  "firefox-esr",
  "firefox-esr-l10n-he",
  "firefox-esr-l10n-nb-no",
  "fonts-noto-core",
  "fonts-noto-cjk",
];

/**
 * The browser's executable. Where there is none and this is root on Debian or Ubuntu, it is installed first.
 * Rejects with a sentence that says what to do when it cannot be had.
 */
export async function needBrowser(name: BrowserName): Promise<string> {
  const found = await browserPath(name);
  if (found) return found;
  await installPackages(packages, "about half a minute");
  const installed = await browserPath(name);
  if (installed) return installed;
  throw new Error(`${title[name]} is not on this machine. Install it, or set ${pathVariable[name]} to its executable, and start again.`);
}
