import browser from "webextension-polyfill";
import { endBreakInTime } from "../../lib/background/breaks.ts";
import { createCommunities } from "../../lib/background/communities.ts";
import { type Community, type CommunityDeps, openCommunity } from "../../lib/background/community.ts";
import type { WorkerContext } from "../../lib/background/context.ts";
import { createSpawn } from "../../lib/background/spawn.ts";
import { showCount } from "../../lib/background/toolbar.ts";
import { answerMessages, type SitesHome } from "../../lib/messaging/answer.ts";
import { countPresent } from "../../lib/messaging/presence.ts";
import { isInFront } from "../../lib/messaging/tabs.ts";
import { toBackground } from "../../lib/schema/messages.ts";
import { isPageOf } from "../../lib/sites/own-site.ts";
import { type Registry, sweep } from "../../lib/store/communities.ts";
import type { Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { createTriageModel } from "../../lib/triage/model/load.ts";
import type { AnsweringCommunity } from "./answering-community.ts";
import { speakingAs } from "./handlers/language.ts";
import { communityHandlers, handlersOver, ownerOf } from "./handlers.ts";
import { board, hearNotices } from "./notices.ts";

const alarm = "sync";

/** The world around the worker, as arguments. */
export interface WorkerSurroundings extends Pick<WorkerContext, "fetch" | "nowMs" | "newId" | "languages"> {
  /** The database of the device itself, and that of a community by its id. */
  readonly registry: Registry;
  readonly openStore: (id: string) => Store;
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Starts the worker. Every listener is there when this returns; nothing of what it holds in memory is missed. */
export function startBackground(around: WorkerSurroundings): void {
  const { registry, nowMs, newId, signal } = around;
  const home = homeOf();
  const spawn = createSpawn(signal);
  const speak = speakingAs(registry, around.fetch);
  const everywhere = (what: (each: Community) => void) => spawn(communities.all().then((all) => all.forEach(what)));
  const openPages = countPresent(home, () => everywhere(({ wake }) => wake()));
  const shared: Omit<CommunityDeps, "id" | "store" | "owner" | "signal"> = {
    ...around,
    hosts: home.hosts,
    board: {
      ...board,
      async show(...alert) {
        await speak();
        await board.show(...alert);
      },
    },
    hasWindow,
    isWatched: async () => openPages() > 0 || isInFront(home.hosts),
    triageModel: createTriageModel(around.fetch, browser.runtime.getURL("/triage/model.bin")),
    showCount: async () =>
      showCount(
        (await communities.all()).map(({ store }) => store),
        nowMs(),
      ),
  };
  const open = (id: string): AnsweringCommunity => {
    const [store, life] = [around.openStore(id), new AbortController()];
    const owner = async () => ownerOf(id, store, await communities.joined());
    const community = openCommunity({ ...shared, id, store, owner, signal: AbortSignal.any([signal, life.signal]) });
    const end = async () => {
      life.abort();
      await community.alerts.clear();
      await store.delete();
    };
    return { ...community, id, store, end, handlers: communityHandlers(community.context) };
  };
  const communities = createCommunities({ registry, newId, open });
  const sync = () => everywhere(({ context }) => context.sync());
  const tend = () => everywhere(({ alerts }) => spawn(alerts.tend()));
  hearNotices({ communities, nowMs, spawn, onAllowed: tend });
  answerMessages(toBackground, handlersOver(communities, registry, nowMs, speak), home);
  browser.alarms.onAlarm.addListener(() => {
    sync();
    everywhere(({ context: { store, ask } }) => spawn(endBreakInTime(store, ask, nowMs())));
    tend();
  });
  browser.runtime.onStartup.addListener(sync);
  browser.runtime.onInstalled.addListener(() => spawn(communities.of(null).then(({ store }) => welcome(store))));
  spawn(keepAlarm());
  spawn(sweep(registry));
  sync();
}

/** Firefox for Android has one window, and no word for it. */
const hasWindow = async (): Promise<boolean> => browser.windows === undefined || (await browser.windows.getAll()).length > 0;

function homeOf(): SitesHome {
  const { host_permissions: hosts = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  return { id: browser.runtime.id, origin: browser.runtime.getURL("").replace(/\/$/, ""), hosts, isPageOf };
}

/** An alarm may vanish with a browser restart; one that runs is left alone, or frequent starts would put it off for ever. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(alarm))) browser.alarms.create(alarm, { periodInMinutes: 0.5 });
}

async function welcome(store: Store): Promise<void> {
  if (!(await getMeta(store, "consent"))) await browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
}
