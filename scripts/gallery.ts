/**
 * Renders every surface with invented state and takes pictures of it: `npm run gallery [-- NAME]`.
 * Pictures land in .output/gallery as NAME-LOOK.png (light and dark in English, rtl in Hebrew); look at them after every change of a surface.
 */
import { mkdir, readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import puppeteer, { type Page } from "puppeteer-core";
import { build } from "vite";

interface File {
  name: string;
  text: string;
}

const only = process.argv[2] ?? "";
const out = resolve(".output/gallery");
const reduced = { name: "prefers-reduced-motion", value: "reduce" };
const types: Record<string, string> = { ".js": "text/javascript", ".css": "text/css" };
const address = "https://x.com/";

/** Puts a file into the page's file field, as a person who chose it. */
async function choose(page: Page, { name, text }: File): Promise<void> {
  await page.$eval(
    "input[type=file]",
    (field, name, text) => {
      const chosen = new DataTransfer();
      chosen.items.add(new globalThis.File([text], name));
      (field as HTMLInputElement).files = chosen.files;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    },
    name,
    text,
  );
}

const textsIn = async (language: string) => generateChromeMessages(await parseMessagesFile(resolve(`assets/locales/${language}.yml`)));
const messages = { en: await textsIn("en"), he: await textsIn("he") };
await build({
  root: resolve("tests/gallery"),
  logLevel: "warn",
  define: { __MESSAGES__: JSON.stringify(messages) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { outDir: join(out, "site"), emptyOutDir: true, target: "esnext" },
});
const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  page.on("console", (line) => line.type() === "error" && console.error(line.text()));
  // As a page of a supported site, so that the card finds its post.
  await page.setRequestInterception(true);
  page.on("request", async (request) => {
    const { pathname } = new URL(request.url());
    const body = await readFile(join(out, "site", pathname === "/" ? "index.html" : pathname)).catch(() => null);
    await request.respond(body === null ? { status: 404 } : { body, contentType: types[extname(pathname)] ?? "text/html" });
  });
  await mkdir(out, { recursive: true });
  await page.goto(address);
  const scenes = (await page.evaluate("window.scenes")) as {
    name: string;
    width: number;
    height: number;
    click?: string;
    andThen?: string;
    type?: { into: string; text: string };
    file?: File;
  }[];
  for (const scene of scenes.filter(({ name }) => name.includes(only))) {
    for (const look of ["light", "dark", "rtl"]) {
      await page.setViewport({ width: scene.width, height: scene.height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" }, reduced]);
      await page.goto(`${address}?${look}#${scene.name}`);
      await page.reload();
      await page.waitForSelector("body > *");
      for (const place of [scene.click, scene.andThen]) if (place) await page.click(place);
      if (scene.type) await page.type(scene.type.into, scene.type.text);
      if (scene.file) await choose(page, scene.file);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 60)));
      await page.screenshot({ path: join(out, `${scene.name}-${look}.png`) });
    }
    console.log(scene.name);
  }
} finally {
  await browser.close();
}
