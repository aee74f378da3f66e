import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "puppeteer-core";
import { type ExtensionBrowser, type LaunchOptions, newPage } from "./handle.ts";
import { startBrowser } from "./start-browser.ts";

/** The address that the extension gets in this profile, so that its pages can be opened. */
const uuid = "5d1c1d3e-6d0a-4a53-8c34-2f6d1c1d2f8e";
const origin = `moz-extension://${uuid}`;

const preferences = (addonId: string, { proxyPort, lang }: LaunchOptions) => ({
  "extensions.webextensions.uuids": JSON.stringify({ [addonId]: uuid }),
  "intl.locale.requested": lang ?? "en",
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": proxyPort,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": proxyPort,
});

/** What puppeteer keeps to itself: the WebDriver BiDi connection under it. */
interface Bidi {
  readonly connection: { send(method: string, params: object): Promise<{ readonly result: unknown }> };
}

/** Ends the event page the way Firefox does it when it was idle, from the browser's own scope. */
async function killWorker(browser: Browser, addonId: string): Promise<void> {
  const { connection } = browser as unknown as Bidi;
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result;
  const [window] = (tree as { readonly contexts: readonly { readonly context: string }[] }).contexts;
  await connection.send("script.evaluate", {
    expression: `WebExtensionPolicy.getByID(${JSON.stringify(addonId)}).extension.terminateBackground({ ignoreDevToolsAttached: true })`,
    awaitPromise: true,
    target: { context: window?.context },
  });
}

/** Puts the extension into the running browser. */
async function equip(browser: Browser, addonId: string, options: LaunchOptions): Promise<ExtensionBrowser> {
  await browser.installExtension(options.extension);
  const openExtensionPage = async (path: string) => {
    const page = await newPage(browser);
    // The load of an extension's page is never reported.
    await page.goto(`${origin}/${path}`, { waitUntil: [] });
    await page.waitForFunction("location.protocol === 'moz-extension:' && document.readyState === 'complete'");
    return page;
  };
  const own = await openExtensionPage("welcome.html");
  return {
    name: "firefox",
    browser,
    own,
    async openPage(url) {
      const page = await newPage(browser);
      await page.goto(url);
      return page;
    },
    openExtensionPage,
    killWorker: () => killWorker(browser, addonId),
    close: () => browser.close(),
  };
}

/** Firefox with the extension. */
export async function launchFirefox(options: LaunchOptions): Promise<ExtensionBrowser> {
  const manifest = JSON.parse(await readFile(join(options.extension, "manifest.json"), "utf8"));
  const addonId: string = manifest.browser_specific_settings.gecko.id;
  const browser = await startBrowser("firefox", {
    headless: options.headless,
    acceptInsecureCerts: true,
    defaultViewport: options.headless ? { width: 1280, height: 900 } : null,
    ...(options.profile && { userDataDir: options.profile }),
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: preferences(addonId, options),
  });
  return equip(browser, addonId, options).catch(async (error) => {
    await browser.close();
    throw error;
  });
}
