import type { Sender } from "../schema/senders.ts";

/** What a browser says of a message's sender; structurally its `runtime.MessageSender`. */
export interface RawSender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly origin?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined; readonly incognito?: boolean } | undefined;
}

/** Who sent a message, proven by the browser and not by the message. */
export interface Caller {
  readonly kind: Sender;
  /** The tab of a content script; null for the extension's own pages. */
  readonly tabId: number | null;
  /** Where the page is now; it may have gone on without being loaded anew. */
  readonly url: string;
}

/** One message and who sent it. */
export interface MessageCall extends Caller {
  /** Minted by the asker, and the same when it asks again because it got no answer. */
  readonly messageId: string;
  /** Which of the device's communities it is for; null: the one that the member works for. */
  readonly community: string | null;
}

/** This extension, and where its content scripts may stand. */
export interface Home {
  readonly id: string;
  /** `chrome-extension://...` or `moz-extension://...`, without a slash at its end. */
  readonly origin: string;
  /** Match patterns of the supported sites, as in the manifest. */
  readonly hosts: readonly string[];
}

const pages: Record<string, Sender> = {
  "/popup.html": "popup",
  "/sidepanel.html": "panel",
  "/admin.html": "admin",
  "/welcome.html": "welcome",
  "/options.html": "settings",
  "/you.html": "you",
};

/** The caller behind a sender, or null when it is nobody we answer: a stranger, a frame, a page elsewhere. */
export function callerOf(sender: RawSender, home: Home): Caller | null {
  const url = URL.parse(sender.url ?? "");
  if (sender.id !== home.id || !url || (sender.frameId ?? 0) !== 0) return null;
  const origin = `${url.protocol}//${url.host}`;
  if (sender.origin !== undefined && sender.origin !== origin) return null;
  if (origin === home.origin) {
    const kind = Object.hasOwn(pages, url.pathname) ? pages[url.pathname] : undefined;
    return kind ? { kind, tabId: null, url: url.href } : null;
  }
  const tabId = sender.tab?.id;
  const isSite = home.hosts.some((pattern) => origin === pattern.replace(/\/\*$/, ""));
  return isSite && tabId !== undefined && !sender.tab?.incognito ? { kind: "page", tabId, url: sender.tab?.url ?? url.href } : null;
}
