import { getuid } from "node:process";
import puppeteer, { type Browser } from "puppeteer-core";
import { needBrowser } from "../machine/need-browser.ts";
import type { ExtensionBrowser, LaunchOptions } from "./handle.ts";

const size = { width: 1280, height: 900 };

async function killWorker(browser: Browser, origin: string): Promise<void> {
  const target = browser.targets().find((each) => each.type() === "service_worker" && each.url().startsWith(origin));
  if (!target) return;
  const gone = new Promise<void>((resolve) => {
    browser.on("targetdestroyed", function listen(each) {
      if (each !== target) return;
      browser.off("targetdestroyed", listen);
      resolve();
    });
  });
  await (await target.worker())?.close();
  await gone;
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
  return {
    name: "chromium",
    browser,
    own: await openExtensionPage("welcome.html"),
    openPage,
    openExtensionPage,
    killWorker: () => killWorker(browser, origin),
    close: () => browser.close(),
  };
}
