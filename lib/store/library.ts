import { keptPrecedents, keptRejections } from "../schema/limits.ts";
import { isEnding, isPast, remindedUntil } from "../schema/validity.ts";
import type { KnowledgeItem, Precedent } from "../schema/workspace.ts";
import type { Store } from "./database.ts";

/** How many precedents too many there may be before the oldest are deleted, so that this seldom happens. */
const slack = 100;

const packedKey = "packed";

async function noteNews({ library }: Store, key: string): Promise<void> {
  await library.put({ key, moves: ((await library.get(key))?.moves ?? 0) + 1 });
}

/** Keeps an item as the server has it, and notes that the index has to learn it. */
export async function storeItem(store: Store, item: KnowledgeItem): Promise<void> {
  await store.knowledge.put(item);
  await noteNews(store, `item ${item.id}`);
}

/** Keeps a precedent, forgets the oldest beyond what is kept, and notes that the index has to learn it. */
export async function storePrecedent(store: Store, precedent: Precedent): Promise<void> {
  if (precedent.removed) await store.precedents.delete(precedent.id);
  else await store.precedents.put(precedent);
  await noteNews(store, `precedent ${precedent.id}`);
  if ((await store.precedents.count()) <= keptPrecedents + keptRejections.workspace + slack) return;
  const rows = await store.precedents.orderBy("at").reverse().toArray();
  const rejected = rows.filter(({ verdict }) => verdict === "rejected").slice(keptRejections.workspace);
  const answers = rows.filter(({ verdict }) => verdict !== "rejected").slice(keptPrecedents);
  await store.precedents.bulkDelete([...rejected, ...answers].map(({ id }) => id));
}

/** A row that the kept index does not know, in the state in which it was read. */
export interface NewsMark {
  readonly key: string;
  readonly moves: number;
}

/** Some of what the kept index does not know yet. */
export interface News {
  readonly marks: readonly NewsMark[];
  readonly items: readonly KnowledgeItem[];
  readonly precedents: readonly Precedent[];
}

/** The next `most` rows of the news after the key `after`; no marks at its end. */
export async function libraryNews(store: Store, after: string, most: number): Promise<News> {
  return store.transaction("r", store.library, store.knowledge, store.precedents, async () => {
    const rows = await waiting(store, after).limit(most).toArray();
    const ids = (kind: string) => rows.flatMap(({ key }) => (key.startsWith(kind) ? key.slice(kind.length) : []));
    const [items, precedents] = await Promise.all([store.knowledge.bulkGet(ids("item ")), store.precedents.bulkGet(ids("precedent "))]);
    const marks = rows.map(({ key, moves = 0 }) => ({ key, moves }));
    return { items: items.flatMap((item) => item ?? []), precedents: precedents.flatMap((precedent) => precedent ?? []), marks };
  });
}

/** How many rows the kept index does not know. */
export async function countNews(store: Store): Promise<number> {
  return waiting(store, "").count();
}

const waiting = ({ library }: Store, after: string) =>
  library
    .where("key")
    .above(after)
    .and(({ key }) => key !== packedKey);

/** True while the store still belongs to the index that was begun: it was not emptied for another workspace or a new epoch. */
export async function isLibraryBegun({ library }: Store): Promise<boolean> {
  return (await library.where("key").equals(packedKey).count()) > 0;
}

/** The index as it was kept; null when there is none. */
export async function packedLibrary(store: Store): Promise<string | null> {
  return (await store.library.get(packedKey))?.packed ?? null;
}

/** Begins an index: what is kept later belongs to it, until the store is emptied. */
export async function beginLibrary(store: Store, packed: string): Promise<void> {
  await store.library.put({ key: packedKey, packed });
}

/** Keeps the index, which has learnt `learnt`; what moved meanwhile stays news. */
export async function keepLibrary(store: Store, packed: string, learnt: readonly NewsMark[]): Promise<void> {
  await store.transaction("rw", store.library, async () => {
    if (!(await isLibraryBegun(store))) return;
    const rows = await store.library.bulkGet(learnt.map(({ key }) => key));
    const same = learnt.filter(({ moves }, index) => (rows[index]?.moves ?? 0) === moves);
    await store.library.bulkDelete(same.map(({ key }) => key));
    await store.library.put({ key: packedKey, packed });
  });
}

/** The items and precedents of these ids that are still there and hold still. */
export async function sourcesOf(store: Store, itemIds: readonly string[], precedentIds: readonly string[], nowMs = Date.now()) {
  const [items, precedents] = await Promise.all([store.knowledge.bulkGet([...itemIds]), store.precedents.bulkGet([...precedentIds])]);
  const holding = items.flatMap((item) => (item && !isPast(item, nowMs) ? item : []));
  return { items: holding, precedents: precedents.flatMap((precedent) => precedent ?? []) };
}

/** The items of this member that end soon, or ended lately. */
export async function endingItems({ knowledge }: Pick<Store, "knowledge">, memberId: string, nowMs: number): Promise<KnowledgeItem[]> {
  const rows = await knowledge.where("validUntil").belowOrEqual(remindedUntil(nowMs)).toArray();
  return rows.filter((item) => item.owner === memberId && !item.removed && isEnding(item, nowMs));
}

/** The latest replies of the workspace that this device knows, newest first. */
export async function latestReplies(store: Store, most: number): Promise<Precedent[]> {
  return store.precedents
    .orderBy("at")
    .reverse()
    .filter(({ answer }) => answer !== null)
    .limit(most)
    .toArray();
}
