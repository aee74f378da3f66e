/** The extension's browser, as far as we use it: what `webextension-polyfill` is in unit tests. */

class FakeEvent<Args extends unknown[]> {
  readonly listeners = new Set<(...args: Args) => unknown>();
  addListener = (listener: (...args: Args) => unknown) => void this.listeners.add(listener);
  removeListener = (listener: (...args: Args) => unknown) => void this.listeners.delete(listener);
  emit = (...args: Args) => [...this.listeners].map((listener) => listener(...args));
}

export const extensionId = "fanswer-test";
export const extensionOrigin = `chrome-extension://${extensionId}`;
export const hosts = ["https://x.com/*", "https://www.facebook.com/*"];

export const pageSender = (tabId = 1) => ({
  id: extensionId,
  url: "https://x.com/home",
  origin: "https://x.com",
  frameId: 0,
  tab: { id: tabId, url: world.tabs.find(({ id }) => id === tabId)?.url },
});
export const ownSender = (page: string) => ({ id: extensionId, url: `${extensionOrigin}/${page}.html`, origin: extensionOrigin });

type Tab = { id: number; url: string; incognito: boolean; active?: boolean };
type TabScript = (message: { name: string; args: unknown }) => unknown;
type Injection = { target: { tabId: number; frameIds: number[] }; files?: string[]; world?: string; args?: unknown[] };

/** What tests see and steer. */
export const world = {
  tabs: [] as Tab[],
  scripts: new Map<number, TabScript>(),
  told: [] as { tabId: number; name: string; args: unknown }[],
  injected: [] as Injection[],
  onInject: (_injection: Injection): unknown => undefined,
  created: [] as string[],
  /** Tabs that were brought to the front. */
  activated: [] as number[],
  /** The worker's ends. */
  ports: [] as FakePort[],
  alarms: new Map<string, { periodInMinutes: number }>(),
  badgeText: "",
  /** Whether the member lets the browser show notifications of ours; and those that are shown. */
  isAllowed: false,
  notices: new Map<string, { title: string; message: string; buttons?: { title: string }[] }>(),
  /** Whether notifications may have buttons, as in Chromium. */
  hasButtons: true,
  windows: 1,
  sender: ownSender("popup") as object,
};

const runtime = {
  getPlatformInfo: async () => ({ os: "linux" }),
  id: extensionId as string | undefined,
  getURL: (path: string) => `${extensionOrigin}/${path.replace(/^\//, "")}`,
  getManifest: () => ({ host_permissions: hosts }),
  onMessage: new FakeEvent<[unknown, object, (answer: unknown) => void]>(),
  onConnect: new FakeEvent<[FakePort]>(),
  onInstalled: new FakeEvent<[{ reason: string }]>(),
  onStartup: new FakeEvent<[]>(),
  sendMessage: (message: unknown) => deliver(message, world.sender),
  connect: ({ name }: { name: string }) => {
    const [near, far] = portPair(name, world.sender);
    world.ports.push(far);
    runtime.onConnect.emit(far);
    return near;
  },
};

type Notice = { title: string; message: string; buttons?: { title: string }[] };
const notifications = {
  create: async (id: string, options: Notice) => {
    if (options.buttons && !world.hasButtons) throw new Error('Property "buttons" is unsupported');
    world.notices.set(id, options);
    return id;
  },
  clear: async (id: string) => world.notices.delete(id),
  getAll: async () => Object.fromEntries([...world.notices.keys()].map((id) => [id, true])),
  onClicked: new FakeEvent<[string]>(),
  onButtonClicked: new FakeEvent<[string, number]>(),
};

/** The member gives the permission or takes it away. */
export function allowNotices(isAllowed: boolean): void {
  world.isAllowed = isAllowed;
  (isAllowed ? browser.permissions.onAdded : browser.permissions.onRemoved).emit({ permissions: ["notifications"] });
}
/** The member presses a notification, or the button on it. */
export const pressNotice = (id: string) => notifications.onClicked.emit(id);
export const pressNoticeButton = (id: string) => notifications.onButtonClicked.emit(id, 0);

const browser = {
  runtime,
  // As an optional permission has it: not there until it is given.
  get notifications() {
    return world.isAllowed ? notifications : undefined;
  },
  permissions: {
    contains: async () => world.isAllowed,
    request: async () => world.isAllowed,
    onAdded: new FakeEvent<[object]>(),
    onRemoved: new FakeEvent<[object]>(),
  },
  // The texts of tests/setup/browser.ts, in whichever language a test speaks.
  get i18n() {
    return (globalThis as unknown as { chrome: { i18n: object } }).chrome.i18n;
  },
  tabs: {
    query: async ({ url, active }: { url: string | string[]; active?: boolean }) =>
      world.tabs.filter(
        (tab) => [url].flat().some((each) => tab.url.startsWith(each.replace("*", ""))) && (active === undefined || tab.active === active),
      ),
    sendMessage: async (tabId: number, message: { name: string; args: unknown }, _options: { frameId: number }) => {
      const script = world.scripts.get(tabId);
      if (!script) throw new Error("Could not establish connection. Receiving end does not exist.");
      world.told.push({ tabId, ...message });
      return script(message);
    },
    create: async ({ url }: { url: string }) => {
      world.created.push(url);
      return { id: 100 + world.created.length };
    },
    update: async (tabId: number) => void world.activated.push(tabId),
  },
  windows: { update: async () => {}, getAll: async () => Array.from({ length: world.windows }, (_, id) => ({ id })) },
  scripting: {
    executeScript: async (injection: Injection) => {
      world.injected.push(injection);
      return [{ result: world.onInject(injection) }];
    },
  },
  alarms: {
    onAlarm: new FakeEvent<[{ name: string }]>(),
    get: async (name: string) => world.alarms.get(name),
    create: (name: string, info: { periodInMinutes: number }) => void world.alarms.set(name, info),
  },
  action: { setBadgeText: async ({ text }: { text: string }) => void Object.assign(world, { badgeText: text }) },
};
export default browser;

export interface FakePort {
  readonly name: string;
  readonly sender: object;
  readonly onDisconnect: FakeEvent<[]>;
  disconnect(): void;
}

function portPair(name: string, sender: object): [FakePort, FakePort] {
  const near: FakePort = { name, sender, onDisconnect: new FakeEvent<[]>(), disconnect: () => void far.onDisconnect.emit() };
  const far: FakePort = { name, sender, onDisconnect: new FakeEvent<[]>(), disconnect: () => void near.onDisconnect.emit() };
  return [near, far];
}

/** Sends a message as `sender`, with a fresh id unless it has one; undefined when nobody answers. */
export function deliver(message: unknown, sender: object): Promise<unknown> {
  const named = typeof message === "object" && message !== null ? { id: crypto.randomUUID(), ...message } : message;
  return new Promise((resolve) => {
    const isTaken = runtime.onMessage.emit(named, sender, resolve).includes(true);
    if (!isTaken) resolve(undefined);
  });
}

/** The worker is gone and its listeners with it; what the browser itself keeps stays. */
export function killWorker(): void {
  const { permissions, alarms } = browser;
  const events = [runtime.onMessage, runtime.onConnect, runtime.onInstalled, runtime.onStartup, alarms.onAlarm, permissions.onAdded];
  for (const event of [...events, permissions.onRemoved, notifications.onClicked, notifications.onButtonClicked]) event.listeners.clear();
}

/** A browser in which nothing has happened yet. */
export function resetBrowser(): void {
  killWorker();
  runtime.id = extensionId;
  Object.assign(world, {
    tabs: [],
    told: [],
    injected: [],
    created: [],
    activated: [],
    ports: [],
    badgeText: "",
    isAllowed: false,
    hasButtons: true,
    windows: 1,
    sender: ownSender("popup"),
  });
  world.notices.clear();
  world.onInject = () => undefined;
  world.scripts.clear();
  world.alarms.clear();
}
