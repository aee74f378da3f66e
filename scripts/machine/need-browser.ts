import { spawn } from "node:child_process";
import { access } from "node:fs/promises";
import { getuid, platform } from "node:process";
import { type BrowserName, browserPath, pathVariable } from "./browser-path.ts";

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

const run = (command: string, args: readonly string[]) =>
  new Promise<boolean>((resolve) => {
    const child = spawn(command, args, {
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
    child.once("error", () => resolve(false));
    child.once("exit", (code) => resolve(code === 0));
  });

async function canInstall(): Promise<boolean> {
  if (platform !== "linux" || getuid?.() !== 0) return false;
  return access("/usr/bin/apt-get").then(
    () => true,
    () => false,
  );
}

async function install(): Promise<void> {
  console.log(`installing ${packages.join(" ")} (about half a minute)`);
  if (!(await run("apt-get", ["update", "-q"]))) return;
  await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...packages]);
}

/**
 * The browser's executable. Where there is none and this is root on Debian or Ubuntu, it is installed first.
 * Rejects with a sentence that says what to do when it cannot be had.
 */
export async function needBrowser(name: BrowserName): Promise<string> {
  const found = await browserPath(name);
  if (found) return found;
  if (await canInstall()) await install();
  const installed = await browserPath(name);
  if (installed) return installed;
  throw new Error(`${title[name]} is not on this machine. Install it, or set ${pathVariable[name]} to its executable, and start again.`);
}
