import { readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { env } from "node:process";
import type { Browser, CDPSession, HTTPRequest, Page, Viewport } from "puppeteer-core";
import { startBrowser } from "../../scripts/browsers/start-browser.ts";
import { type DemoSites, startSites } from "../../scripts/demo/sites/server/sites.ts";
import { builtExtension, demoPages } from "../../scripts/machine/folders.ts";
import { noonMs } from "../components/samples.ts";
import { answering } from "./answering.ts";
import { buildFill, wall } from "./build.ts";
import { rowsOf } from "./device.ts";
import { doStep } from "./do-step.ts";
import type { Look, Scene } from "./scene.ts";
import { enterSite } from "./site-scripts.ts";
import { standIn, stillTime } from "./stand-in.ts";

/** Where the built extension stands in the gallery's browser: an origin of its own, as in a real one. */
const home = "https://fanswer.example";
const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css", ".html": "text/html", ".svg": "image/svg+xml" };
const built = (path: string) => join(builtExtension.chromium, path);

/** A browser in which scenes are set. */
export interface Stage {
  /** The scene in that look, after all its steps. The page is the caller's to close. */
  open(scene: Scene, look: Look): Promise<Page>;
  close(): Promise<void>;
}

/** Serves what was built, under the policy that the manifest gives its pages. */
async function serve(request: HTTPRequest, policy: string): Promise<void> {
  const { origin, pathname } = new URL(request.url());
  if (origin !== home) return request.continue();
  if (pathname === "/favicon.ico") return request.respond({ status: 204 });
  if (pathname === "/blank") return request.respond({ contentType: "text/html", body: "" });
  const file = pathname.startsWith(wall.path) ? join(wall.folder, pathname.slice(wall.path.length)) : built(pathname);
  const body = await readFile(file).catch(() => null);
  if (body === null) return request.respond({ status: 404 });
  const contentType = types[extname(pathname)] ?? "application/octet-stream";
  return request.respond({ body, contentType, headers: { "content-security-policy": policy } });
}

/** At 200 % a page has half as many of its own pixels. */
function sizeOf({ width, height }: Scene, look: Look): Viewport {
  if (look === "narrow") return { width: 240, height };
  return look === "zoom" ? { width: Math.round(width / 2), height, deviceScaleFactor: 2 } : { width, height };
}

async function dress(page: Page, cdp: CDPSession, scene: Scene, look: Look): Promise<void> {
  await page.setViewport(sizeOf(scene, look));
  await cdp.send("Emulation.setEmulatedMedia", {
    features: [
      { name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" },
      { name: "prefers-reduced-motion", value: "reduce" },
      { name: "forced-colors", value: look === "forced" ? "active" : "none" },
    ],
  });
  await cdp.send("Emulation.setLocaleOverride", { locale: look === "rtl" ? "he" : "en" });
  await page.emulateTimezone("UTC");
}

/** How often a card looks where its post is, and a little more. */
const followMs = 600;

/** Waits until what is loaded apart has come and what it led to is drawn, and shows the whole of a page of ours. */
async function rest(page: Page, { page: address, height }: Scene): Promise<void> {
  await page.waitForNetworkIdle({ idleTime: 80 });
  if (address.startsWith("https:")) return new Promise((resolve) => setTimeout(resolve, followMs));
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  const viewport = page.viewport();
  if (viewport && whole > height) await page.setViewport({ ...viewport, height: whole });
}

async function openScene(browser: Browser, fill: string, scene: Scene, look: Look): Promise<Page> {
  const language = look === "rtl" ? "he" : "en";
  const messages = JSON.parse(await readFile(built(`_locales/${language}/messages.json`), "utf8"));
  const { content_security_policy } = JSON.parse(await readFile(built("manifest.json"), "utf8"));
  const page = await browser.newPage();
  const complain = (what: unknown) => console.error(`${scene.name} (${look}): ${what}`);
  page.on("pageerror", complain);
  page.on("console", (line) => line.type() === "error" && complain(line.text()));
  await page.setRequestInterception(true);
  page.on("request", (request) => void serve(request, content_security_policy.extension_pages));
  const cdp = await page.createCDPSession();
  await dress(page, cdp, scene, look);
  await answering(cdp, scene, messages);
  await page.goto(`${home}/blank`);
  await page.evaluate(fill);
  await page.evaluate(`fillStore(${JSON.stringify(rowsOf(scene.device ?? {}))})`);
  for (const [name, edits] of Object.entries(scene.edits ?? {}))
    await page.evaluate((key, value) => sessionStorage.setItem(key, value), `changes:fanswer:${name}`, JSON.stringify(edits));
  await page.evaluateOnNewDocument(stillTime, noonMs);
  if (scene.page.startsWith("https:")) await enterSite(page, cdp, scene, look, { messages, language });
  else {
    await page.evaluateOnNewDocument(standIn, { messages, language });
    await page.goto(`${home}/${scene.page}`);
    await page.waitForSelector("body > *");
  }
  for (const step of scene.steps ?? []) await doStep(page, step);
  if (scene.leaves) {
    await page.evaluate(fill);
    await page.evaluate(`fillStore(${JSON.stringify(rowsOf({ member: null, lists: [] }))})`);
  }
  await rest(page, scene);
  return page;
}

/** Opens the gallery's browser. The extension and the demo pages must be built. */
export async function openStage(): Promise<Stage> {
  const fill = await buildFill();
  const sites: DemoSites = await startSites({ pages: demoPages, baseMs: noonMs });
  const browser = await startBrowser("chromium", {
    env: { ...env, LANGUAGE: "en" },
    args: [`--proxy-server=127.0.0.1:${sites.proxyPort}`, "--ignore-certificate-errors", "--hide-scrollbars"],
  });
  return {
    open: (scene, look) => openScene(browser, fill, scene, look),
    async close() {
      await browser.close();
      await sites.stop();
    },
  };
}
