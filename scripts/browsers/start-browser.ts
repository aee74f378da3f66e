import { getuid } from "node:process";
import puppeteer, { type Browser, type LaunchOptions } from "puppeteer-core";
import type { BrowserName } from "../machine/browser-path.ts";
import { needBrowser } from "../machine/need-browser.ts";
import { endBrowserWithUs } from "./end-with-us.ts";

/** What every Chromium of ours is started with. Root has no user namespace to build the sandbox in. */
const chromiumArgs = getuid?.() === 0 ? ["--no-sandbox"] : [];

/** Starts a browser of this machine, which ends with this process and leaves the signals to it. */
export async function startBrowser(name: BrowserName, options: LaunchOptions): Promise<Browser> {
  const browser = await puppeteer.launch({
    ...options,
    executablePath: await needBrowser(name),
    ...(name === "firefox" ? { browser: name } : { pipe: true, args: [...(options.args ?? []), ...chromiumArgs] }),
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  endBrowserWithUs(browser);
  return browser;
}
