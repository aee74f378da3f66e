import browser from "webextension-polyfill";

/** Opens a post's page in a new tab; false when its address is not one to open. */
export async function openPost(permalink: string | null): Promise<boolean> {
  if (permalink === null || URL.parse(permalink)?.protocol !== "https:") return false;
  await browser.tabs.create({ url: permalink });
  return true;
}
