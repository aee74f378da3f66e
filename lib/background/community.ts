import browser from "webextension-polyfill";
import type { Applied } from "../store/apply.ts";
import type { Store } from "../store/database.ts";
import { createLookUp } from "../sync/handled.ts";
import { createSync } from "../sync/sync.ts";
import { createWake } from "../sync/wake.ts";
import { type AlertBoard, type Alerts, createAlerts } from "./alerts/alerts.ts";
import { type BadgeOwner, createAnnounce } from "./announce.ts";
import { builtInModel } from "./answers/built-in-model.ts";
import { createDraftChecks } from "./answers/draft-checks.ts";
import { createDraftWriter } from "./answers/draft-writer.ts";
import { createSuggesting } from "./answers/suggesting.ts";
import { createAwaitedCards } from "./cards/awaited-cards.ts";
import type { WorkerContext } from "./context.ts";
import { createTellPresence } from "./presence.ts";
import { createSpawn } from "./spawn.ts";
import { isBehind, type Watching, wakeTarget } from "./waking.ts";

/** The world around one community, and what all of them have in common. */
export interface CommunityDeps extends Pick<WorkerContext, "fetch" | "nowMs" | "newId" | "languages" | "triageModel"> {
  readonly id: string;
  readonly store: Store;
  readonly WebSocket: typeof globalThis.WebSocket;
  readonly random: () => number;
  /** Match patterns of the supported sites. */
  readonly hosts: readonly string[];
  readonly isWatched: Watching["isWatched"];
  readonly hasWindow: Watching["hasWindow"];
  readonly board: AlertBoard;
  readonly owner: () => Promise<BadgeOwner>;
  readonly showCount: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** One community that this device takes part in, with its own store, exchange and socket, until `signal` aborts. */
export interface Community {
  readonly context: WorkerContext;
  readonly alerts: Alerts;
  /** The reasons for its socket may have changed. */
  readonly wake: () => void;
}

/** Brings one community to life. Nothing of what it holds in memory is missed when the worker ends. */
export function openCommunity(deps: CommunityDeps): Community {
  const { id, store, fetch, nowMs, newId, random, languages, triageModel, owner, signal } = deps;
  const spawn = createSpawn(signal);
  const announce = createAnnounce({ community: id, owner, store, hosts: deps.hosts, nowMs, spawn, showCount: deps.showCount });
  const alerts = createAlerts({ community: id, owner, store, nowMs, board: deps.board });
  const version = browser.runtime.getManifest().version;
  const engine = createSync({ store, fetch, nowMs, newId, random, languages, version, onMoved, onDoor });
  const update = createWake({
    WebSocket: deps.WebSocket,
    random,
    // While the store cannot be read the socket stays closed.
    target: () => wakeTarget(store, deps).catch(() => null),
    onShutOut: () => sync({ urgent: true }),
    onWake: (revision) => spawn(isBehind(store, revision).then((behind) => behind && sync({ urgent: true }))),
    signal,
  });
  const wake = () => void update();
  const sync: WorkerContext["sync"] = (options) => {
    wake();
    // What fails here fails again, and is told, when somebody asks for suggestions.
    spawn(engine.run(options).then(() => suggesting.ahead().catch(() => {})));
  };
  function onMoved(moved: Applied): void {
    announce.moved(moved);
    spawn(alerts.tend());
    // What the member is called to comes without a change of the post.
    if (moved.mentionIds.length === 0) spawn(deps.showCount());
    wake();
  }
  function onDoor(): void {
    void announce.restart();
    spawn(alerts.tend());
    wake();
  }
  const { ask } = engine;
  const suggesting = createSuggesting(store);
  const context: WorkerContext = {
    ...{ community: id, owner, store, fetch, nowMs, newId, languages, ask, sync, announce, suggesting, triageModel },
    awaitedCards: createAwaitedCards({ community: id, store, ask, nowMs }),
    lookUp: createLookUp({ store, fetch, nowMs }),
    tellPresence: createTellPresence(store, ask, nowMs),
    checkDraft: createDraftChecks(store, nowMs, triageModel),
    draftWriter: createDraftWriter({ store, fetch, suggesting, builtIn: builtInModel() }),
  };
  spawn(context.awaitedCards.resume());
  return { context, wake, alerts };
}
