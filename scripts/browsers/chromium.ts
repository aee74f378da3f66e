import { getuid } from "node:process";
import puppeteer, { type Page } from "puppeteer-core";
import { needBrowser } from "../machine/need-browser.ts";
import type { ExtensionBrowser, LaunchOptions } from "./handle.ts";

const size = { width: 1280, height: 900 };

/** Stops the worker as Chromium does when it was idle; `own` is a page of the extension. Resolves when it stands still. */
async function killWorker(own: Page): Promise<void> {
  const session = await own.createCDPSession();
  const stopped = new Promise<void>((resolve) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) resolve();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

/** Chromium with the extension; the demo sites stand at their real addresses, the loopback address stays direct. */
export async function launchChromium(options: LaunchOptions): Promise<ExtensionBrowser> {
  const browser = await puppeteer.launch({
    executablePath: await needBrowser("chromium"),
    pipe: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    enableExtensions: true,
    headless: options.headless,
    ...(options.profile && { userDataDir: options.profile }),
    defaultViewport: options.headless ? size : null,
    env: { ...process.env, LANGUAGE: options.lang ?? "en" },
    args: [
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      "--ignore-certificate-errors",
      `--window-size=${size.width},${size.height}`,
      // Root has no user namespace to build the sandbox in.
      ...(getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
  const id = await browser.installExtension(options.extension);
  const origin = `chrome-extension://${id}`;
  const openPage = async (url: string) => {
    const page = await browser.newPage();
    await page.goto(url);
    return page;
  };
  const openExtensionPage = (path: string) => openPage(`${origin}/${path}`);
  const own = await openExtensionPage("welcome.html");
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
