import type { BrowserName } from "../machine/browser-path.ts";
import { launchChromium } from "./chromium.ts";
import { launchFirefox } from "./firefox.ts";
import type { ExtensionBrowser, LaunchOptions } from "./handle.ts";

/** Starts the named browser with the extension in it. */
export function launch(name: BrowserName, options: LaunchOptions): Promise<ExtensionBrowser> {
  return name === "chromium" ? launchChromium(options) : launchFirefox(options);
}
