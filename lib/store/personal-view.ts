import type { Mention } from "../schema/mention.ts";
import { can } from "../schema/roles.ts";
import type { Store } from "./database.ts";
import { readKept } from "./kept.ts";
import { actingMember, getMeta, settingsOf } from "./meta.ts";
import { waitingOperations } from "./outbox.ts";
import { applyPending } from "./overlay.ts";
import { passedIds } from "./passed.ts";
import { nextOf } from "./turns.ts";

/**
 * What a member needs of the store to go on: the posts whose turn comes next, those that somebody holds, and those of which something waits to be
 * sent, as they look from here. It costs the same however long the queue is.
 */
export async function viewPersonal(store: Store): Promise<Mention[]> {
  // Not in one transaction, which Firefox ends too early over so many steps (PrematureCommitError). The outbox is read first: an operation that is
  // answered meanwhile is then laid over a row that holds it already, which changes nothing. Read last it could be missing from both.
  const account = await getMeta(store, "account");
  const settings = settingsOf(account);
  const isStaff = account !== undefined && can(account.member, "triage");
  const operations = await waitingOperations(store);
  const ids = [...new Set(operations.flatMap(({ mentionId }) => mentionId ?? []))];
  // Those that this device has moved on, and those that the member passed on, are not offered.
  const skip = new Set([...ids, ...(await passedIds(store))]);
  const open = await nextOf(store, "open", skip);
  const escalated = isStaff ? await nextOf(store, "escalated", skip) : [];
  const claimed = await store.mentions.where("status").equals("claimed").toArray();
  const kept = await readKept(store);
  const touched = await store.mentions.bulkGet([...ids, ...kept.map(({ mentionId }) => mentionId)]);
  const known = new Map([...open, ...escalated, ...claimed, ...touched.flatMap((one) => one ?? [])].map((one) => [one.id, one]));
  const me = actingMember(account);
  const seen = (id: string) =>
    applyPending(
      known.get(id) ?? null,
      operations.filter((row) => row.mentionId === id),
      me,
      settings,
    );
  const moved = ids.flatMap((id) => seen(id) ?? []);
  return [...[...known.values()].filter(({ id }) => !ids.includes(id)), ...moved];
}
