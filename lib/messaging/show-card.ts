import browser from "webextension-polyfill";
import { FanswerError } from "../schema/errors.ts";
import type { ToPage } from "../schema/messages.ts";
import { tellTab } from "./tabs.ts";

/** Opens the card in the tab, putting its script there first when it is not. */
export async function showCard(tabId: number, card: ToPage["card.show"]): Promise<void> {
  if (await tellTab(tabId, "card.show", card)) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ["/card.js"] });
  if (!(await tellTab(tabId, "card.show", card))) throw new FanswerError("internal", "card.js");
}
