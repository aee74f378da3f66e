import type { ExtensionBrowser } from "../../browsers/handle.ts";
import { type LivePage, ownScreen, siteScreen } from "./screen.ts";

/** A person with the extension in a browser profile of their own. */
export interface Participant {
  readonly browser: ExtensionBrowser;
  open(path: string): Promise<LivePage>;
  visit(url: string): Promise<LivePage>;
}

export function memberIn(browser: ExtensionBrowser): Participant {
  return {
    browser,
    open: async (path) => ownScreen(await browser.openExtensionPage(path)),
    visit: async (url) => siteScreen(await browser.openPage(url), browser.own),
  };
}

/** Reads the welcome page up to the form, agrees, and fills in the invitation. */
export async function fillInWelcome(welcome: LivePage, invitation: string, name: string): Promise<void> {
  await welcome.click({ role: "button", name: "Next" });
  await welcome.click({ role: "radio", name: "Every public post that matches", part: true });
  await welcome.click({ role: "checkbox", name: "I agree", part: true });
  await welcome.type({ role: "textbox", name: "Your invitation", part: true }, invitation);
  await welcome.type({ role: "textbox", name: "Your name", part: true }, name);
}

/** Joins as a person does: through the welcome page. */
export async function joinOnWelcome(member: Participant, invitation: string, name: string): Promise<void> {
  const welcome = ownScreen(member.browser.own);
  await fillInWelcome(welcome, invitation, name);
  await welcome.click({ role: "button", name: "Agree and join" });
  await welcome.see({ role: "text", name: `You're in, ${name}`, part: true });
}
