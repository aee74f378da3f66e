import { effect, type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import { stayPresent } from "../messaging/presence.ts";
import type { KeywordList } from "../schema/keywords.ts";
import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import { type OutboxRow, openStore, type Store } from "../store/database.ts";
import { readKept } from "../store/kept.ts";
import { getMeta, readSession } from "../store/meta.ts";
import { countPassed } from "../store/passed.ts";
import type { PresenceRow } from "../store/presence.ts";
import type { Unread } from "../store/unread.ts";
import { viewMentions } from "../store/views.ts";
import { type Drift, type LiveState, nothingWaits, type Outbox, type SetAside } from "./store-state.ts";

const tickMs = 1_000;
/** A read that failed is tried again after this long; without that a page would show for ever what it read before. */
const againMs = 1_000;

/**
 * The store of this device as signals, until `abort` aborts: each is read, and read again when it changes, while something on the page shows it.
 * While they live, the background knows of the page. `view` reads the mentions that the page shows: all, or what its member needs; `known`: the
 * community that the page has shown already.
 */
export function openStoreState(
  abort: AbortSignal,
  view: (store: Store) => Promise<readonly Mention[]> = viewMentions,
  store: Store = openStore(),
  now: () => number = Date.now,
  known: string | null = null,
): LiveState {
  const skew = follow(abort, 0, async () => (await getMeta(store, "skewMs")) ?? 0);
  skew.keep();
  const nowMs = signal(now());
  const timer = setInterval(() => {
    nowMs.value = now() + skew.value.value;
  }, tickMs);
  abort.addEventListener("abort", () => {
    clearInterval(timer);
    store.close();
  });
  stayPresent(abort);
  const session = follow<Session | null>(abort, null, () => readSession(store));
  const mentions = follow<readonly Mention[]>(abort, [], () => view(store));
  const outbox = follow<Outbox>(abort, nothingWaits, () => readOutbox(store));
  return {
    session: session.value,
    left: leftOf(session.value, abort, known),
    mentions: mentions.value,
    presence: follow<readonly PresenceRow[]>(abort, [], () => store.presence.toArray()).value,
    lists: follow<readonly KeywordList[]>(abort, [], () => store.lists.toArray()).value,
    outbox: outbox.value,
    passed: follow(abort, 0, () => countPassed(store)).value,
    drifts: follow<readonly Drift[]>(abort, [], () => store.drifts.toArray()).value,
    unread: follow<Unread | null>(abort, null, async () => (await getMeta(store, "unread")) ?? null).value,
    peopleMoved: follow(abort, 0, async () => (await getMeta(store, "peopleMoved")) ?? 0).value,
    nowMs,
    read: () => Promise.all([session.keep(), mentions.keep(), outbox.keep()]),
  };
}

/** The community that was left since the page was opened, of which nothing else knows any more. */
function leftOf(session: ReadonlySignal<Session | null>, abort: AbortSignal, known: string | null): ReadonlySignal<string | null> {
  const left = signal<string | null>(null);
  let name = known;
  const stop = effect(() => {
    const now = session.value;
    if (now === null) return;
    left.value = now.workspace ? null : name;
    name = now.workspace?.name ?? name;
  });
  abort.addEventListener("abort", stop);
  return left;
}

interface Followed<T> {
  /** What was read last; read anew whenever the tables it came from have changed, as long as something watches it. */
  readonly value: ReadonlySignal<T>;
  /** Watches it until the end, and resolves after the first reading. */
  keep(): Promise<void>;
}

function follow<T>(abort: AbortSignal, first: T, read: () => Promise<T>): Followed<T> {
  let resolve = () => {};
  const firstRead = new Promise<void>((done) => {
    resolve = done;
  });
  let end = () => {};
  const subscribe = () => {
    if (abort.aborted) return;
    const subscription = liveQuery(read).subscribe({
      next: (next) => {
        value.value = next;
        resolve();
      },
      error: (cause) => {
        console.error("Fanswer: the store cannot be read", cause);
        resolve();
        if (abort.aborted) return;
        const timer = setTimeout(subscribe, againMs);
        end = () => clearTimeout(timer);
      },
    });
    end = () => subscription.unsubscribe();
  };
  const value = signal(first, { watched: subscribe, unwatched: () => end() });
  abort.addEventListener("abort", () => end());
  return {
    value,
    keep() {
      abort.addEventListener(
        "abort",
        value.subscribe(() => {}),
      );
      return firstRead;
    },
  };
}

async function readOutbox(store: Store): Promise<Outbox> {
  const [rows, trouble, kept] = await Promise.all([store.outbox.orderBy("seq").toArray(), getMeta(store, "trouble"), readKept(store)]);
  // A refused draft whose text is kept is listed with the member's kept texts.
  const isKept = (row: OutboxRow) => row.name === "draft.save" && kept.some(({ mentionId }) => mentionId === row.mentionId);
  const setAside = rows.filter((row) => !isKept(row)).flatMap(asSetAside);
  const times = rows.flatMap(({ refused, notBeforeMs }) => (refused === null && notBeforeMs !== undefined ? [notBeforeMs] : []));
  return {
    waiting: rows.filter(({ refused }) => !refused).length,
    setAside,
    putOffMs: times.length === 0 ? null : Math.min(...times),
    ...(kept.length > 0 && { kept }),
    problem: trouble?.code ?? null,
  };
}

function asSetAside({ id, name, mentionId, refused, args }: OutboxRow): SetAside[] {
  if (!refused) return [];
  const { text = null, note = null } = (args ?? {}) as { readonly text?: string; readonly note?: string };
  return [{ operationId: id, name, mentionId, code: refused, text: text ?? note }];
}
