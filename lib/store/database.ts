import { Dexie, type Table } from "dexie";
import type { ErrorCode } from "../schema/errors.ts";
import type { KeywordList } from "../schema/keywords.ts";
import type { Sighting } from "../schema/mention.ts";
import type { OperationName } from "../schema/operations.ts";
import type { KnowledgeItem, Precedent } from "../schema/workspace.ts";
import type { MarkRow } from "./marks.ts";
import { getMeta, type MetaRow, settingsOf } from "./meta.ts";
import type { PassedRow } from "./passed.ts";
import type { PresenceRow } from "./presence.ts";
import { retime, type StoredMention, turnIndex } from "./turns.ts";

/** An operation on its way to the server. */
export interface OutboxRow {
  /** The order of sending; given by the table. */
  readonly seq?: number;
  readonly id: string;
  readonly name: OperationName;
  readonly args: unknown;
  readonly mentionId: string | null;
  /** When it was asked for, epoch ms in the server's time. */
  readonly atMs: number;
  /** It may have reached the server: from now on its content must not change. */
  readonly sent: boolean;
  /** Why the server refused it; it then waits for a person and not for the server. */
  readonly refused: ErrorCode | null;
  /** The member was over their pace: the server takes it from then on, epoch ms in its time. */
  readonly notBeforeMs?: number;
  /** How often the server could not do it, though it did others. */
  readonly failures?: number;
}

/** What this device reported of a post, so that only what is new is reported again. */
interface SightingRow {
  readonly mentionId: string;
  readonly counts: Sighting["counts"];
  readonly atMs: number;
}

interface DriftRow {
  readonly site: string;
  readonly posts: number;
  readonly readable: number;
  readonly missing: readonly string[];
  readonly at: string;
}

/** The index over knowledge and precedents, packed; apart from it the ids of those rows that it does not know yet, and how often each moved since. */
interface LibraryRow {
  readonly key: string;
  readonly packed?: string;
  readonly moves?: number;
}

/** The database of this device. `mentions`, `lists`, `knowledge` and `precedents` mirror the server; the rest is our own. */
export type Store = Dexie & {
  mentions: Table<StoredMention, string>;
  lists: Table<KeywordList, string>;
  knowledge: Table<KnowledgeItem, string>;
  precedents: Table<Precedent, string>;
  library: Table<LibraryRow, string>;
  outbox: Table<OutboxRow, number>;
  sightings: Table<SightingRow, string>;
  drifts: Table<DriftRow, string>;
  marks: Table<MarkRow, string>;
  presence: Table<PresenceRow, [string, string]>;
  passed: Table<PassedRow, string>;
  meta: Table<MetaRow, string>;
};

/** Tells states of the keyword lists apart. */
const listState = "[id+version+updatedAt]";

/** Opens the database, which several contexts of the extension may do at once. */
export function openStore(name = "fanswer"): Store {
  const store = new Dexie(name) as Store;
  store.version(1).stores({
    mentions: "id, status",
    lists: "id",
    knowledge: "id",
    outbox: "++seq, &id, mentionId",
    sightings: "mentionId, atMs",
    drifts: "site",
    meta: "key",
  });
  store.version(2).stores({ lists: `id, ${listState}`, marks: "bucket, atMs", presence: "[mentionId+memberId], untilMs" });
  store
    .version(3)
    .stores({ precedents: "id, at", library: "key", mentions: "id, status, [status+firstSeenAt], [status+triage.priority+firstSeenAt]" });
  store
    .version(5)
    .stores({ mentions: `id, status, ${turnIndex}`, passed: "mentionId, atMs" })
    .upgrade(async () => retime(store, settingsOf(await getMeta(store, "account")).patienceMinutes));
  store.version(6).stores({ knowledge: "id, validUntil" });
  return store;
}

/** What state the keyword lists are in, without reading their thousands of entries: another text for every other state. */
export async function listsState({ lists }: Pick<Store, "lists">): Promise<string> {
  return JSON.stringify(await lists.orderBy(listState).keys());
}

/** The keyword lists with the state that they are in. */
export function readLists(store: Store): Promise<{ state: string; lists: KeywordList[] }> {
  return store.transaction("r", store.lists, async () => ({ state: await listsState(store), lists: await store.lists.toArray() }));
}
