import { type ReadonlySignal, signal } from "@preact/signals";
import { liveQuery } from "dexie";
import type { KnowledgeItem } from "../schema/workspace.ts";
import { openStore, type Store } from "../store/database.ts";

/** The workspace's answers on record by their titles, live until `abort` aborts. Only the page that shows them reads them. */
export function openKnowledge(abort: AbortSignal, store: Store = openStore()): ReadonlySignal<readonly KnowledgeItem[]> {
  const items = signal<readonly KnowledgeItem[]>([]);
  const read = async () =>
    (await store.knowledge.toArray()).filter(({ removed }) => !removed).sort((a, b) => a.title.localeCompare(b.title));
  const subscription = liveQuery(read).subscribe((next) => {
    items.value = next;
  });
  abort.addEventListener("abort", () => {
    subscription.unsubscribe();
    store.close();
  });
  return items;
}
