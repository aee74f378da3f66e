import browser from "webextension-polyfill";
import { FanswerError } from "../schema/errors.ts";
import type { PostOffer } from "../schema/messages.ts";
import type { ToPage } from "../schema/to-page.ts";
import { tellTab } from "./tabs.ts";

/** Opens the card in the tab. */
export const showCard = (tabId: number, card: ToPage["card.show"]): Promise<void> => tellCard(tabId, "card.show", card);

/** Opens the card that asks whether the post may be shared. */
export const offerPost = (tabId: number, offer: PostOffer): Promise<void> => tellCard(tabId, "card.offer", offer);

/** Says something to the tab's card script, putting it there first when it is not. */
async function tellCard<N extends "card.show" | "card.offer">(tabId: number, name: N, args: ToPage[N]): Promise<void> {
  if (await tellTab(tabId, name, args)) return;
  await browser.scripting.executeScript({ target: { tabId, frameIds: [0] }, files: ["/card.js"] });
  if (!(await tellTab(tabId, name, args))) throw new FanswerError("internal", "card.js");
}
