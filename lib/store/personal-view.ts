import type { Mention } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { getMeta } from "./meta.ts";
import { waitingOperations } from "./outbox.ts";
import { applyPending } from "./overlay.ts";

/** As many of the most urgent ones as are looked at for the next: those that others hold or that are for staff are passed over. */
const looked = 20;

/**
 * What a member needs of the store to go on: the most urgent posts that wait, those that somebody holds, and those of which something waits to be
 * sent, as they look from here. It costs the same however many mentions there are.
 */
export async function viewPersonal(store: Store): Promise<Mention[]> {
  return store.transaction("r", store.mentions, store.outbox, store.meta, async () => {
    const urgent = (status: Mention["status"]) =>
      store.mentions.where("[status+triage.priority]").between([status, -1], [status, 101]).reverse().limit(looked).toArray();
    const [open, escalated, claimed, operations, account] = await Promise.all([
      urgent("open"),
      urgent("escalated"),
      store.mentions.where("status").equals("claimed").toArray(),
      waitingOperations(store),
      getMeta(store, "account"),
    ]);
    const ids = [...new Set(operations.flatMap(({ mentionId }) => mentionId ?? []))];
    const touched = await store.mentions.bulkGet(ids);
    const known = new Map([...open, ...escalated, ...claimed, ...touched.flatMap((one) => one ?? [])].map((one) => [one.id, one]));
    const me = account?.member ?? { id: "", name: "" };
    const seen = (id: string) =>
      applyPending(
        known.get(id) ?? null,
        operations.filter((row) => row.mentionId === id),
        me,
      );
    const moved = ids.flatMap((id) => seen(id) ?? []);
    return [...[...known.values()].filter(({ id }) => !ids.includes(id)), ...moved];
  });
}
