import browser from "webextension-polyfill";
import { createAnnounce } from "../../lib/background/announce.ts";
import { builtInModel } from "../../lib/background/answers/built-in-model.ts";
import { createDraftChecks } from "../../lib/background/answers/draft-checks.ts";
import { createDraftWriter } from "../../lib/background/answers/draft-writer.ts";
import { createSuggesting } from "../../lib/background/answers/suggesting.ts";
import { createAwaitedCards } from "../../lib/background/cards/awaited-cards.ts";
import type { WorkerContext } from "../../lib/background/context.ts";
import { createTellPresence } from "../../lib/background/presence.ts";
import { createSpawn } from "../../lib/background/spawn.ts";
import { isBehind, wakeTarget } from "../../lib/background/waking.ts";
import { answerMessages, type SitesHome } from "../../lib/messaging/answer.ts";
import { countPresent } from "../../lib/messaging/presence.ts";
import { isInFront } from "../../lib/messaging/tabs.ts";
import { toBackground } from "../../lib/schema/messages.ts";
import { isPageOf } from "../../lib/sites/own-site.ts";
import type { Applied } from "../../lib/store/apply.ts";
import type { Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import { createLookUp } from "../../lib/sync/handled.ts";
import { createSync } from "../../lib/sync/sync.ts";
import { createWake } from "../../lib/sync/wake.ts";
import { createTriageModel } from "../../lib/triage/model/load.ts";
import { cardHandlers } from "./handlers/card.ts";
import { draftHandlers } from "./handlers/drafts.ts";
import { keywordHandlers } from "./handlers/keywords.ts";
import { offerHandlers } from "./handlers/offers.ts";
import { peopleHandlers } from "./handlers/people.ts";
import { postHandlers } from "./handlers/posts.ts";
import { relayHandlers } from "./handlers/relay.ts";
import { sessionHandlers } from "./handlers/session.ts";

const alarm = "sync";

/** The world around the worker, as arguments. */
export interface WorkerSurroundings extends Pick<WorkerContext, "store" | "fetch" | "nowMs" | "newId" | "languages"> {
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** Starts the worker. Every listener is there when this returns; nothing of what it holds in memory is missed. */
export function startBackground(around: WorkerSurroundings): void {
  const { store, fetch, nowMs, newId, random, languages, signal } = around;
  const home = homeOf();
  const spawn = createSpawn(signal);
  const announce = createAnnounce(store, home.hosts, nowMs, spawn);
  const engine = createSync({
    store,
    fetch,
    nowMs,
    newId,
    random,
    languages,
    version: browser.runtime.getManifest().version,
    onMoved,
    onDoor,
  });
  const openPages = countPresent(home, () => void wake());
  const wake = createWake({
    WebSocket: around.WebSocket,
    random,
    // While the store cannot be read the socket stays closed.
    target: () => wakeTarget(store, async () => openPages() > 0 || isInFront(home.hosts)).catch(() => null),
    onShutOut: () => sync({ urgent: true }),
    onWake: (revision) => spawn(isBehind(store, revision).then((behind) => behind && sync({ urgent: true }))),
    signal,
  });
  const sync: WorkerContext["sync"] = (options) => {
    void wake();
    // What fails here fails again, and is told, when somebody asks for suggestions.
    spawn(engine.run(options).then(() => suggesting.ahead().catch(() => {})));
  };
  function onMoved(moved: Applied): void {
    announce.moved(moved);
    void wake();
  }
  function onDoor(): void {
    announce.restart();
    void wake();
  }
  const { ask } = engine;
  const triageModel = createTriageModel(fetch, browser.runtime.getURL("/triage/model.bin"));
  const suggesting = createSuggesting(store);
  const context: WorkerContext = {
    ...{ store, fetch, nowMs, newId, languages, ask, sync, announce, suggesting, triageModel },
    awaitedCards: createAwaitedCards({ store, ask, nowMs }),
    lookUp: createLookUp({ store, fetch, nowMs }),
    tellPresence: createTellPresence(store, ask, nowMs),
    checkDraft: createDraftChecks(store, nowMs, triageModel),
    draftWriter: createDraftWriter({ store, fetch, suggesting, builtIn: builtInModel() }),
  };
  answerMessages(toBackground, handlersFor(context), home);
  browser.alarms.onAlarm.addListener(() => sync());
  browser.runtime.onStartup.addListener(() => sync());
  browser.runtime.onInstalled.addListener(() => spawn(welcome(store)));
  spawn(keepAlarm());
  spawn(context.awaitedCards.resume());
  sync();
}

function homeOf(): SitesHome {
  const { host_permissions: hosts = [] } = browser.runtime.getManifest() as { host_permissions?: string[] };
  return { id: browser.runtime.id, origin: browser.runtime.getURL("").replace(/\/$/, ""), hosts, isPageOf };
}

function handlersFor(context: WorkerContext) {
  return {
    ...postHandlers(context),
    ...cardHandlers(context),
    ...offerHandlers(context),
    ...draftHandlers(context),
    ...relayHandlers(context),
    ...sessionHandlers(context),
    ...keywordHandlers(context),
    ...peopleHandlers(context),
  };
}

/** An alarm may vanish with a browser restart; one that runs is left alone, or frequent starts would put it off for ever. */
async function keepAlarm(): Promise<void> {
  if (!(await browser.alarms.get(alarm))) browser.alarms.create(alarm, { periodInMinutes: 0.5 });
}

async function welcome(store: Store): Promise<void> {
  if (!(await getMeta(store, "consent"))) await browser.tabs.create({ url: browser.runtime.getURL("/welcome.html") });
}
