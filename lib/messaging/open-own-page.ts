import browser from "webextension-polyfill";

/** Opens one of the extension's own pages in a tab: the settings, where there is one already, in that. */
export async function openOwnPage(page: "welcome" | "admin" | "options"): Promise<void> {
  if (page === "options") await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) });
}
