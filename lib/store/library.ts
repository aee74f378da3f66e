import { keptPrecedents, keptRejections } from "../schema/limits.ts";
import type { KnowledgeItem, Precedent } from "../schema/workspace.ts";
import type { Store } from "./database.ts";

/** So many more may come before the oldest go, so that it seldom happens. */
const slack = 100;

/** Keeps an item as the server has it, and notes that the index has to learn it. */
export async function putItem(store: Store, item: KnowledgeItem): Promise<void> {
  await store.knowledge.put(item);
  await store.library.put({ key: `item ${item.id}` });
}

/** Keeps a precedent, forgets the oldest beyond what is kept, and notes that the index has to learn it. */
export async function putPrecedent(store: Store, precedent: Precedent): Promise<void> {
  await store.precedents.put(precedent);
  await store.library.put({ key: `precedent ${precedent.id}` });
  if ((await store.precedents.count()) <= keptPrecedents + keptRejections.workspace + slack) return;
  const rows = await store.precedents.orderBy("at").reverse().toArray();
  const rejected = rows.filter(({ verdict }) => verdict === "rejected").slice(keptRejections.workspace);
  const answers = rows.filter(({ verdict }) => verdict !== "rejected").slice(keptPrecedents);
  await store.precedents.bulkDelete([...rejected, ...answers].map(({ id }) => id));
}

/** What the kept index does not know yet. */
export interface News {
  readonly items: readonly KnowledgeItem[];
  readonly precedents: readonly Precedent[];
  readonly keys: readonly string[];
}

export async function libraryNews(store: Store): Promise<News> {
  return store.transaction("r", store.library, store.knowledge, store.precedents, async () => {
    const keys = (await store.library.toCollection().primaryKeys()).filter((key) => key !== "packed");
    const ids = (kind: string) => keys.flatMap((key) => (key.startsWith(kind) ? key.slice(kind.length) : []));
    const [items, precedents] = await Promise.all([store.knowledge.bulkGet(ids("item ")), store.precedents.bulkGet(ids("precedent "))]);
    return { items: items.flatMap((item) => item ?? []), precedents: precedents.flatMap((precedent) => precedent ?? []), keys };
  });
}

/** The index as it was kept; null when there is none. */
export async function packedLibrary(store: Store): Promise<string | null> {
  return (await store.library.get("packed"))?.packed ?? null;
}

/** Keeps the index, which has learnt `keys`. */
export async function keepLibrary(store: Store, packed: string, keys: readonly string[]): Promise<void> {
  await store.transaction("rw", store.library, async () => {
    await store.library.bulkDelete([...keys]);
    await store.library.put({ key: "packed", packed });
  });
}

/** The items and precedents of these ids that are still there. */
export async function sourcesOf(store: Store, itemIds: readonly string[], precedentIds: readonly string[]) {
  const [items, precedents] = await Promise.all([store.knowledge.bulkGet([...itemIds]), store.precedents.bulkGet([...precedentIds])]);
  return { items: items.flatMap((item) => item ?? []), precedents: precedents.flatMap((precedent) => precedent ?? []) };
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
