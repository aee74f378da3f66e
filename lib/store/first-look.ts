import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import { type Meta, type MetaRow, sessionOf } from "./meta.ts";
import type { PresenceRow } from "./presence.ts";
import { nextCount, turnIndex, turnsOf } from "./turns.ts";

/** What a member sees first. */
export interface FirstLook {
  readonly session: Session;
  readonly mentions: readonly Mention[];
  readonly presence: readonly PresenceRow[];
  readonly skewMs: number;
  /** Why the last sync failed. */
  readonly trouble: Meta["trouble"] | undefined;
}

/**
 * What `readSession` and `viewPersonal` give, read without the library, which takes longer to load than this to read. Null when something
 * waits to be sent, whose effects only the whole view knows, and when there is no store or an older one.
 */
export async function firstLook(name = "fanswer", factory: IDBFactory = indexedDB): Promise<FirstLook | null> {
  try {
    const store = await open(factory.open(name));
    // It closes when all is read.
    return await read(store.transaction(["meta", "mentions", "outbox", "presence"])).finally(() => store.close());
  } catch {
    return null;
  }
}

/** A store that is not there is not made. */
function open(opening: IDBOpenDBRequest): Promise<IDBDatabase> {
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return done(opening);
}

async function read(reading: IDBTransaction): Promise<FirstLook | null> {
  const mentions = reading.objectStore("mentions");
  const meta = async <K extends keyof Meta>(key: K) =>
    (await done<MetaRow | undefined>(reading.objectStore("meta").get(key)))?.value as Meta[K] | undefined;
  const next = (status: Mention["status"]) =>
    done<Mention[]>(mentions.index(turnIndex).getAll(IDBKeyRange.bound(...turnsOf(status)), nextCount));
  const [account, consent, skewMs = 0, trouble, outbox, presence, ...rows] = await Promise.all([
    meta("account"),
    meta("consent"),
    meta("skewMs"),
    meta("trouble"),
    done<number>(reading.objectStore("outbox").count()),
    done<PresenceRow[]>(reading.objectStore("presence").getAll()),
    next("open"),
    next("escalated"),
    done<Mention[]>(mentions.index("status").getAll("claimed")),
  ]);
  return outbox > 0 ? null : { session: sessionOf(account, consent), mentions: rows.flat(), presence, skewMs, trouble };
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
