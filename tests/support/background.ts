import { startBackground } from "../../entrypoints/background/start.ts";
import type { MessageArgs, MessageName } from "../../lib/schema/messages.ts";
import { firstCommunity } from "../../lib/store/membership.ts";
import { setMeta } from "../../lib/store/meta.ts";
import { seeded } from "../../scripts/seeded.ts";
import { deliver, extensionOrigin, killWorker, ownSender, pageSender, world } from "./browser.ts";
import { fetchTexts } from "./language.ts";
import { seededId } from "./random.ts";
import { account, dana, linh, list, noonMs, workspace } from "./samples.ts";
import { TestServer } from "./server.ts";
import { freshRegistry, freshStore, openNamed } from "./store.ts";

/** A socket that opens when the test says so. */
export class QuietSocket {
  static opened: QuietSocket[] = [];
  readonly url: string;
  isClosed = false;
  onmessage = (_event: { data: string }) => {};
  constructor(url: string) {
    this.url = url;
    QuietSocket.opened.push(this);
  }
  close() {
    this.isClosed = true;
  }
}

/** A running background worker over a fresh database, a server, and a browser with one tab on a supported site. */
export async function runningBackground(options: { joined?: boolean; sharing?: "all" | "ask" } = {}) {
  const server = new TestServer(dana, linh);
  /** Another community's server, in which nobody is yet. */
  const delta = new TestServer(dana);
  delta.workspace = { ...workspace, id: "delta", name: "Delta" };
  QuietSocket.opened = [];
  const { store, again } = freshStore();
  const registry = freshRegistry();
  const random = seeded(11);
  const newId = seededId(random);
  world.tabs = [{ id: 1, url: "https://x.com/home", incognito: false }];
  world.scripts.set(1, ({ name }) => name !== "card.show");
  if (options.joined ?? true) {
    await setMeta(store, "consent", { sharing: options.sharing ?? "all" });
    await setMeta(store, "account", account());
    await store.lists.put(list);
  }
  let current = store;
  let end = new AbortController();
  const storeOf = (id: string) => (id === firstCommunity ? current : openNamed(`${registry.name} ${id}`));
  const start = () => {
    end = new AbortController();
    const fetch: typeof globalThis.fetch = (...request) =>
      String(request[0]).startsWith(extensionOrigin)
        ? fetchTexts(...request)
        : (String(request[0]).startsWith("https://delta.example/") ? delta : server).fetch(...request);
    const around = { registry, openStore: storeOf, fetch, nowMs: () => noonMs, random, newId, languages: () => ["en"] };
    startBackground({ ...around, WebSocket: QuietSocket as unknown as typeof WebSocket, signal: end.signal });
  };
  start();
  return {
    server,
    delta,
    registry,
    store: () => current,
    /** Opens the database of a community once more. */
    storeOf,
    /** The browser kills the worker and starts it again. */
    restart() {
      end.abort();
      killWorker();
      current.close();
      current = again();
      start();
    },
    fromPage: <N extends MessageName>(name: N, args: MessageArgs<N>, tabId = 1) => deliver({ name, args }, pageSender(tabId)),
    from: <N extends MessageName>(page: "popup" | "sidepanel" | "admin" | "welcome" | "options", name: N, args: MessageArgs<N>) =>
      deliver({ name, args }, ownSender(page)),
  };
}
