import { access, constants } from "node:fs/promises";
import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";

export const browserNames = ["chromium", "firefox"] as const;
export type BrowserName = (typeof browserNames)[number];

const commands: Record<BrowserName, readonly string[]> = {
  chromium: ["chromium", "chromium-browser", "google-chrome-for-testing"],
  firefox: ["firefox-esr", "firefox", "firefox-developer-edition"],
};

/** Places outside PATH, by system. Branded Chrome is left out: it no longer loads unpacked extensions. */
const places: Record<BrowserName, Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  chromium: {
    darwin: ["/Applications/Chromium.app/Contents/MacOS/Chromium", join(homedir(), "Applications/Chromium.app/Contents/MacOS/Chromium")],
    win32: [join(process.env.LOCALAPPDATA ?? "", "Chromium/Application/chrome.exe")],
  },
  firefox: {
    darwin: ["/Applications/Firefox.app/Contents/MacOS/firefox", join(homedir(), "Applications/Firefox.app/Contents/MacOS/firefox")],
    win32: [join(process.env.ProgramFiles ?? "", "Mozilla Firefox/firefox.exe")],
  },
};

/** The environment variable that names a browser of one's own. */
export const pathVariable: Record<BrowserName, string> = { chromium: "CHROMIUM_PATH", firefox: "FIREFOX_PATH" };

const isExecutable = (file: string) =>
  access(file, constants.X_OK).then(
    () => true,
    () => false,
  );

/** The browser's executable: from the environment, on the PATH, or where this system keeps it; null when there is none. */
export async function browserPath(name: BrowserName): Promise<string | null> {
  const own = process.env[pathVariable[name]];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const onPath = commands[name].flatMap((command) => folders.map((folder) => join(folder, command)));
  for (const file of [...(own ? [own] : []), ...onPath, ...(places[name][platform()] ?? [])]) {
    if (await isExecutable(file)) return file;
  }
  return null;
}
