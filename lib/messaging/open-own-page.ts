import browser from "webextension-polyfill";

/** Opens one of the extension's own pages in a tab, at this `place` in it: the settings, where there is one already, in that. */
export async function openOwnPage(page: "welcome" | "admin" | "options" | "popup" | "sidepanel" | "you", place?: string): Promise<void> {
  if (page === "options") await browser.runtime.openOptionsPage();
  else await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html${place === undefined ? "" : `#${place}`}`) });
}
