import type { Page } from "puppeteer-core";

/** What has the focus on a page of a site. */
export interface Focused {
  readonly name: string;
  /** It is in the card, whose document is not the page's. */
  readonly isInCard: boolean;
}

/** Runs inside the page, in the extension's own world there. */
function deepFocus(): Focused {
  const { chrome } = globalThis as { chrome?: { dom?: { openOrClosedShadowRoot(element: Element): ShadowRoot | null } } };
  const rootOf = (element: Element): ShadowRoot | null =>
    (element as { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
    (element instanceof HTMLElement && chrome?.dom ? chrome.dom.openOrClosedShadowRoot(element) : null);
  let isInCard = false;
  let active: Element | null = document.activeElement;
  for (;;) {
    const inside: Document | ShadowRoot | null | undefined =
      active && "contentDocument" in active ? (active as HTMLIFrameElement).contentDocument : active && rootOf(active);
    if (!inside?.activeElement) break;
    isInCard ||= inside.nodeType === Node.DOCUMENT_NODE && inside !== document;
    active = inside.activeElement;
  }
  return { name: (active?.getAttribute("aria-label") ?? active?.textContent ?? "").trim(), isInCard };
}

/** Runs inside one of the extension's pages. */
async function lookIntoTab(look: () => Focused, url: string): Promise<Focused | undefined> {
  interface Api {
    tabs: { query(filter: object): Promise<{ id: number; url?: string }[]> };
    scripting: { executeScript(injection: object): Promise<{ result: Focused }[]> };
  }
  const { browser, chrome } = globalThis as unknown as { browser?: Api; chrome: Api };
  const api = browser ?? chrome;
  const tab = (await api.tabs.query({})).find((each) => each.url === url);
  const [answer] = tab ? await api.scripting.executeScript({ target: { tabId: tab.id }, func: look }) : [];
  return answer?.result;
}

/** What has the focus on a page of a site, however deep in what the extension drew. `own`: any page of the extension. */
export async function focused(page: Page, own: Page): Promise<Focused> {
  const found = (await own.evaluate(`(${lookIntoTab})(${deepFocus}, ${JSON.stringify(page.url())})`)) as Focused | undefined;
  return found ?? { name: "", isInCard: false };
}
