import { type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import { stayPresent } from "../messaging/presence.ts";
import type { KeywordList } from "../schema/keywords.ts";
import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import { type OutboxRow, openStore, type Store } from "../store/database.ts";
import { getMeta, readSession } from "../store/meta.ts";
import type { PresenceRow } from "../store/presence.ts";
import { viewMentions } from "../store/views.ts";
import type { Drift, Outbox, SetAside, StoreState } from "./store-state.ts";

const tickMs = 1_000;

/**
 * The store of this device as live signals, until `abort` aborts. While they live, the background knows of the page. `view` reads the mentions that
 * the page shows: all, or what its member needs.
 */
export function openStoreState(
  abort: AbortSignal,
  view: (store: Store) => Promise<readonly Mention[]> = viewMentions,
  store: Store = openStore(),
  now: () => number = Date.now,
): StoreState {
  const skew = follow(abort, 0, async () => (await getMeta(store, "skewMs")) ?? 0);
  const nowMs = signal(now());
  const timer = setInterval(() => {
    nowMs.value = now() + skew.value;
  }, tickMs);
  abort.addEventListener("abort", () => {
    clearInterval(timer);
    store.close();
  });
  stayPresent(abort);
  return {
    session: follow<Session | null>(abort, null, () => readSession(store)),
    mentions: follow<readonly Mention[]>(abort, [], () => view(store)),
    presence: follow<readonly PresenceRow[]>(abort, [], () => store.presence.toArray()),
    lists: follow<readonly KeywordList[]>(abort, [], () => store.lists.toArray()),
    outbox: follow<Outbox>(abort, { waiting: 0, setAside: [], problem: null }, () => readOutbox(store)),
    drifts: follow<readonly Drift[]>(abort, [], () => store.drifts.toArray()),
    nowMs,
  };
}

/** A signal that holds what `read` reads, anew whenever the tables it read have changed. */
function follow<T>(abort: AbortSignal, first: T, read: () => Promise<T>): ReadonlySignal<T> {
  const value = signal(first);
  const subscription = liveQuery(read).subscribe({
    next: (next) => {
      value.value = next;
    },
    error: (cause) => console.error("Fanswer: the store cannot be read", cause),
  });
  abort.addEventListener("abort", () => subscription.unsubscribe());
  return value;
}

async function readOutbox(store: Store): Promise<Outbox> {
  const [rows, trouble] = await Promise.all([store.outbox.orderBy("seq").toArray(), getMeta(store, "trouble")]);
  const setAside = rows.flatMap(asSetAside);
  return { waiting: rows.length - setAside.length, setAside, problem: trouble?.code ?? null };
}

function asSetAside({ id, name, mentionId, refused, args }: OutboxRow): SetAside[] {
  if (!refused) return [];
  const { text = null, note = null } = args as { readonly text?: string; readonly note?: string };
  return [{ operationId: id, name, mentionId, code: refused, text: text ?? note }];
}
