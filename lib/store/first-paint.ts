import type { InterfaceLanguage } from "../schema/interface-language.ts";
import type { Mention } from "../schema/mention.ts";
import type { Session } from "../schema/messages.ts";
import { can } from "../schema/roles.ts";
import type { DeviceFacts } from "./communities.ts";
import { firstCommunity, registryName } from "./membership.ts";
import { type Meta, type MetaRow, sessionOf } from "./meta.ts";
import type { PresenceRow } from "./presence.ts";
import { nextCount, type StoredMention, turnIndex, turnsAfter, turnsIn } from "./turns.ts";

/** What the popup paints before the live store is loaded. */
export interface FirstPaint {
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
export async function readFirstPaint(name = "fanswer", factory: IDBFactory = indexedDB): Promise<FirstPaint | null> {
  try {
    const store = await open(factory.open(name));
    // Closing waits for the reads that have begun.
    return await read(store.transaction(["meta", "mentions", "outbox", "passed", "presence"])).finally(() => store.close());
  } catch {
    return null;
  }
}

/** The community that the member works for, as `readMembership` gives it. */
export async function readChosen(name = registryName, factory: IDBFactory = indexedDB): Promise<string> {
  return (await readFact("membership", name, factory))?.chosen ?? firstCommunity;
}

/** The language that was chosen for the extension on this device; null: the browser's own. */
export async function readLanguage(name = registryName, factory: IDBFactory = indexedDB): Promise<InterfaceLanguage | null> {
  return (await readFact("language", name, factory)) ?? null;
}

/** What `getFact` gives, without the library; undefined also where nothing was ever kept. */
async function readFact<K extends keyof DeviceFacts>(key: K, name: string, factory: IDBFactory): Promise<DeviceFacts[K] | undefined> {
  try {
    const registry = await open(factory.open(name));
    const reading = done<{ value: DeviceFacts[K] } | undefined>(registry.transaction("facts").objectStore("facts").get(key));
    return (await reading.finally(() => registry.close()))?.value;
  } catch {
    return undefined;
  }
}

/** Opens the database; where there is none, none is made. */
function open(opening: IDBOpenDBRequest): Promise<IDBDatabase> {
  opening.onupgradeneeded = () => opening.transaction?.abort();
  return done(opening);
}

async function read(reading: IDBTransaction): Promise<FirstPaint | null> {
  const mentions = reading.objectStore("mentions");
  const meta = async <K extends keyof Meta>(key: K) =>
    (await done<MetaRow | undefined>(reading.objectStore("meta").get(key)))?.value as Meta[K] | undefined;
  const [account, consent, languages, skewMs = 0, trouble, ended, outbox, presence, passed, claimed] = await Promise.all([
    meta("account"),
    meta("consent"),
    meta("languages"),
    meta("skewMs"),
    meta("trouble"),
    meta("ended"),
    done<number>(reading.objectStore("outbox").count()),
    done<PresenceRow[]>(reading.objectStore("presence").getAll()),
    done<IDBValidKey[]>(reading.objectStore("passed").getAllKeys()),
    done<Mention[]>(mentions.index("status").getAll("claimed")),
  ]);
  if (outbox > 0) return null;
  const index = mentions.index(turnIndex);
  const skip = new Set(passed);
  const open = await next(index, "open", skip);
  const escalated = account && can(account.member, "triage") ? await next(index, "escalated", skip) : [];
  const session = sessionOf(account, consent, languages, trouble, ended);
  return { session, mentions: [...open, ...escalated, ...claimed], presence, skewMs, trouble };
}

/** As `nextOf` of turns.ts does, on IndexedDB itself. */
async function next(index: IDBIndex, status: Mention["status"], skip: ReadonlySet<IDBValidKey>): Promise<StoredMention[]> {
  const found: StoredMention[] = [];
  const first = (tongue?: string) => done<StoredMention | undefined>(index.get(IDBKeyRange.bound(...turnsAfter(status, tongue))));
  for (let row = await first(); row !== undefined; row = await first(row.tongue)) {
    const rows = await done<StoredMention[]>(index.getAll(IDBKeyRange.bound(...turnsIn(status, row.tongue ?? "")), nextCount + skip.size));
    found.push(...rows.filter(({ id }) => !skip.has(id)).slice(0, nextCount));
  }
  return found;
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
