import browser from "webextension-polyfill";
import type { ToPage, ToPageName } from "../schema/to-page.ts";

/** Says something to the top frame of every tab on a supported site. Tabs without our script are passed over. */
export async function tellTabs<N extends ToPageName>(hosts: readonly string[], name: N, args: ToPage[N]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...hosts] });
  await Promise.all(tabs.flatMap(({ id, incognito }) => (id === undefined || incognito ? [] : tellTab(id, name, args))));
}

/** Says something to the top frame of one tab; true when a script there took it. */
export async function tellTab<N extends ToPageName>(tabId: number, name: N, args: ToPage[N]): Promise<boolean> {
  try {
    return (await browser.tabs.sendMessage(tabId, { name, args }, { frameId: 0 })) === true;
  } catch {
    // The tab is gone or has no script of ours: nobody is there to be told.
    return false;
  }
}

/** Whether a page of these hosts is in front in some window. */
export async function isInFront(hosts: readonly string[]): Promise<boolean> {
  const tabs = await browser.tabs.query({ url: [...hosts], active: true });
  return tabs.some(({ incognito }) => !incognito);
}
