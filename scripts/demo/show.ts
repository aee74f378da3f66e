import { join } from "node:path";
import type { Session } from "../../lib/schema/messages.ts";
import { launchChromium } from "../browsers/chromium.ts";
import type { ExtensionBrowser } from "../browsers/handle.ts";
import { builtExtension } from "../machine/folders.ts";
import type { Stage } from "./stage.ts";
import { joinOnWelcome as joinAs, memberIn } from "./steps/member.ts";
import { xVisit } from "./steps/site.ts";

/**
 * Opens Chromium with the extension on the demo page. The first time it joins as an advocate through the welcome page, so that
 * badges are there at once. The profile is kept in `folder`, one for each address that the backend had.
 */
export async function showDemo(
  { sites, port }: Stage,
  folder: string,
  invite: (name: string) => Promise<string>,
): Promise<ExtensionBrowser> {
  const profile = join(folder, `profile-${port}`);
  const browser = await launchChromium({ extension: builtExtension.chromium, profile, proxyPort: sites.proxyPort, headless: false });
  const member = memberIn(browser);
  const ask = "chrome.runtime.sendMessage({ id: crypto.randomUUID(), name: 'session.get', args: null })";
  const { value: session } = (await browser.own.evaluate(ask)) as { value: Session };
  if (session.member === null) {
    console.log("joining the demo workspace as the advocate Robin, through the welcome page");
    await joinAs(member, await invite("Robin"), "Robin");
  }
  await browser.openPage(xVisit.home);
  await browser.own.close();
  return browser;
}
