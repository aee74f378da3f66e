import { existsSync } from "node:fs";
import type { Browser, Page, Target } from "puppeteer-core";
import { type ExtensionBrowser, type LaunchOptions, newPage, patienceMs } from "./handle.ts";
import { startBrowser } from "./start-browser.ts";

const size = { width: 1280, height: 900 };

async function openedPage(browser: Browser, url: string): Promise<Page> {
  const isIt = (target: Target) => target.type() === "page" && target.url() === url;
  const page = await (await browser.waitForTarget(isIt, { timeout: patienceMs })).asPage();
  page.setDefaultTimeout(patienceMs);
  return page;
}

/** Stops the worker as Chromium does when it was idle; `own` is a page of the extension. Resolves when it is stopping. */
async function killWorker(own: Page): Promise<void> {
  const session = await own.createCDPSession();
  // A worker that is asked for something at once starts again without ever having been seen as stopped.
  const ended = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus !== "running")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await ended;
  await session.detach();
}

/** Puts the extension into the running browser. */
async function equip(browser: Browser, options: LaunchOptions, isNew: boolean): Promise<ExtensionBrowser> {
  const id = await browser.installExtension(options.extension);
  const origin = `chrome-extension://${id}`;
  const openPage = async (url: string) => {
    const page = await newPage(browser);
    await page.goto(url);
    return page;
  };
  const openExtensionPage = (path: string) => openPage(`${origin}/${path}`);
  // A new extension opens its welcome page by itself, before whatever else has the focus.
  const own = isNew ? await openedPage(browser, `${origin}/welcome.html`) : await openExtensionPage("welcome.html");
  return {
    name: "chromium",
    browser,
    own,
    openPage,
    openExtensionPage,
    killWorker: () => killWorker(own),
    close: () => browser.close(),
  };
}

/** Chromium with the extension; the demo sites stand at their real addresses, the loopback address stays direct. */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const isNew = options.profile === null || !existsSync(options.profile);
  const browser = await startBrowser("chromium", {
    enableExtensions: true,
    headless: options.headless,
    ...(options.profile && { userDataDir: options.profile }),
    defaultViewport: options.headless ? size : null,
    env: { ...process.env, LANGUAGE: options.lang ?? "en" },
    args: [`--proxy-server=127.0.0.1:${options.proxyPort}`, "--ignore-certificate-errors", `--window-size=${size.width},${size.height}`],
  });
  return equip(browser, options, isNew).catch(async (error) => {
    await browser.close();
    throw error;
  });
}
