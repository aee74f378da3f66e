/**
 * Renders every surface with invented state and takes pictures of it: `npm run gallery [-- NAME]`.
 * Pictures land in .output/gallery as NAME-THEME.png; look at them after every change of a surface.
 */
import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { generateChromeMessages, parseMessagesFile } from "@wxt-dev/i18n/build";
import puppeteer from "puppeteer-core";
import { build } from "vite";

const only = process.argv[2] ?? "";
const out = resolve(".output/gallery");
const reduced = { name: "prefers-reduced-motion", value: "reduce" };
const types: Record<string, string> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

const messages = generateChromeMessages(await parseMessagesFile(resolve("assets/locales/en.yml")));
await build({
  root: resolve("tests/gallery"),
  logLevel: "warn",
  define: { __MESSAGES__: JSON.stringify(messages) },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: { outDir: join(out, "site"), emptyOutDir: true, target: "esnext" },
});
const server = createServer(async (request, response) => {
  const path = new URL(request.url ?? "/", "http://localhost").pathname;
  const file = join(out, "site", path === "/" ? "index.html" : path);
  response.setHeader("content-type", types[extname(file)] ?? "application/octet-stream");
  response.end(await readFile(file).catch(() => ""));
});
await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
const address = server.address();
const port = typeof address === "object" && address !== null ? address.port : 0;

const browser = await puppeteer.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox"] });
try {
  const page = await browser.newPage();
  page.on("pageerror", (error) => console.error(String(error)));
  page.on("console", (line) => line.type() === "error" && console.error(line.text()));
  await mkdir(out, { recursive: true });
  await page.goto(`http://127.0.0.1:${port}/`);
  const scenes = (await page.evaluate("window.scenes")) as { name: string; width: number; height: number; click?: string }[];
  for (const scene of scenes.filter(({ name }) => name.includes(only))) {
    for (const look of ["light", "dark", "rtl"]) {
      await page.setViewport({ width: scene.width, height: scene.height });
      await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: look === "dark" ? "dark" : "light" }, reduced]);
      await page.goto(`http://127.0.0.1:${port}/?${look}#${scene.name}`);
      await page.reload();
      await page.waitForSelector("body > *");
      if (scene.click) await page.click(scene.click);
      await page.screenshot({ path: join(out, `${scene.name}-${look}.png`) });
    }
    console.log(scene.name);
  }
} finally {
  await browser.close();
  server.close();
}
