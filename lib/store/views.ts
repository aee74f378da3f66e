import type { Mention } from "../schema/mention.ts";
import type { OutboxRow, Store } from "./database.ts";
import { actingMember, getMeta, settingsOf } from "./meta.ts";
import { operationsFor, waitingOperations } from "./outbox.ts";
import { applyPending } from "./overlay.ts";

const isWaiting = (row: OutboxRow) => row.refused === null;

/** One mention as it looks from here; null when this device knows none of that id. */
export async function viewMention(store: Store, id: string): Promise<Mention | null> {
  return store.transaction("r", store.mentions, store.outbox, store.meta, async () => {
    const [mention, operations, account] = await Promise.all([store.mentions.get(id), operationsFor(store, id), getMeta(store, "account")]);
    return applyPending(mention ?? null, operations.filter(isWaiting), actingMember(account), settingsOf(account));
  });
}

/** Every mention as it looks from here. */
export async function viewMentions(store: Store): Promise<Mention[]> {
  return store.transaction("r", store.mentions, store.outbox, store.meta, async () => {
    const [mentions, operations, account] = await Promise.all([
      store.mentions.toArray(),
      waitingOperations(store),
      getMeta(store, "account"),
    ]);
    const byMention = new Map<string, { mention: Mention | null; pending: OutboxRow[] }>();
    for (const mention of mentions) byMention.set(mention.id, { mention, pending: [] });
    for (const row of operations) {
      if (row.mentionId === null) continue;
      const entry = byMention.get(row.mentionId) ?? { mention: null, pending: [] };
      entry.pending.push(row);
      byMention.set(row.mentionId, entry);
    }
    const [me, settings] = [actingMember(account), settingsOf(account)];
    return [...byMention.values()].flatMap(({ mention, pending }) => applyPending(mention, pending, me, settings) ?? []);
  });
}

/**
 * The text of the draft that only this device holds: one that waits, or a refused one that is newer than the
 * mention's own; null when there is none.
 */
export async function unsentDraft(store: Store, id: string): Promise<string | null> {
  const [mention, operations] = await store.transaction("r", store.mentions, store.outbox, () =>
    Promise.all([store.mentions.get(id), operationsFor(store, id)]),
  );
  const last = operations.findLast((row) => row.name === "draft.save");
  if (!last) return null;
  const savedMs = Date.parse(mention?.draft?.updatedAt ?? "");
  if (last.refused && savedMs >= last.atMs) return null;
  return (last.args as { readonly text: string }).text;
}
