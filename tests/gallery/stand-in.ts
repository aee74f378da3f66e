/** What the browser's own parts get in a scene. */
export interface StandInArgs {
  readonly messages: Readonly<Record<string, { readonly message: string }>>;
  readonly language: string;
}

/** In place of the clock: it stands still. Runs inside the page, so it must not use anything outside of itself. */
export function stillTime(nowMs: number): void {
  const Running = Date;
  globalThis.Date = class extends Running {
    constructor(...parts: [] | [number]) {
      super(...((parts.length === 0 ? [nowMs] : parts) as [number]));
    }
    static override now = () => nowMs;
  } as DateConstructor;
}

/**
 * In place of the browser's interface to extensions, for the built scripts: texts from the built locales, and messages that the gallery
 * answers. Runs inside the page, so it must not use anything outside of itself.
 */
export function standIn({ messages, language }: StandInArgs): void {
  type Answer = (envelope: unknown) => void;
  type Listener = (message: unknown, sender: { id: string }, answer: Answer) => unknown;
  const gallery = globalThis as unknown as { galleryAsk(message: string): void };
  const asked = new Map<string, Answer>();
  const listeners = new Set<Listener>();
  const event = { addListener() {}, removeListener() {}, hasListener: () => false };
  const done = async () => {};
  const api = {
    runtime: {
      id: "gallery",
      getURL: (path: string) => path,
      getManifest: () => ({ version: "0" }),
      sendMessage: (message: { readonly id: string }) =>
        new Promise((resolve) => {
          asked.set(message.id, resolve);
          gallery.galleryAsk(JSON.stringify(message));
        }),
      connect: () => ({ onDisconnect: event, onMessage: event, disconnect() {}, postMessage() {} }),
      onMessage: { ...event, addListener: (listener: Listener) => listeners.add(listener) },
    },
    i18n: {
      getUILanguage: () => language,
      getMessage: (key: string, values: readonly string[] = []) =>
        (messages[key]?.message ?? "").replace(/\$([1-9])/g, (_, at: string) => values[Number(at) - 1] ?? ""),
    },
    extension: { inIncognitoContext: false },
    tabs: { create: done, query: async () => [], onUpdated: event },
    windows: { getCurrent: async () => ({ id: 1 }) },
    sidePanel: { open: done },
    sidebarAction: { open: done },
  };
  Object.assign(globalThis, {
    browser: api,
    chrome: api,
    /** The gallery's answer to a message. */
    galleryAnswer: (id: string, envelope: unknown) => asked.get(id)?.(envelope),
    /** What the background says to the tab. */
    galleryTell: (message: unknown) => {
      for (const listener of listeners) listener(message, { id: "gallery" }, () => {});
    },
  });
}

/** Lets the gallery look into what our scripts draw. Runs inside the page. */
export function openShadows(): void {
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, mode: "open" });
  };
}
