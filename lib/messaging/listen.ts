import browser, { type Runtime } from "webextension-polyfill";
import type { ToPage, ToPageName } from "../schema/to-page.ts";

type Listeners = { readonly [N in ToPageName]?: (args: ToPage[N]) => void };

/**
 * Hears what the background says to this tab, until `signal` aborts. Only the extension itself is heard; names
 * that `listeners` does not have are left to the other scripts of the tab.
 */
export function listenToBackground(listeners: Listeners, signal: AbortSignal): void {
  const hear = (message: unknown, sender: Runtime.MessageSender, sendResponse: (taken: true) => void) => {
    const { name, args } = (message ?? {}) as { readonly name?: string; readonly args?: unknown };
    if (sender.id !== browser.runtime.id || sender.tab || !name || !Object.hasOwn(listeners, name)) return undefined;
    (listeners[name as ToPageName] as (args: unknown) => void)(args);
    sendResponse(true);
    return true;
  };
  // The package's type has no listener that leaves some messages to others.
  const listener = hear as Runtime.OnMessageListenerCallback;
  browser.runtime.onMessage.addListener(listener);
  signal.addEventListener("abort", () => browser.runtime.onMessage.removeListener(listener));
}
