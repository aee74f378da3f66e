import type { Mention } from "../schema/mention.ts";
import { turnMs } from "../triage/priority.ts";
import type { Store } from "./database.ts";

/** When a mention's turn comes, epoch ms. */
export function turnOf({ firstSeenAt, triage }: Pick<Mention, "firstSeenAt" | "triage">, patienceMinutes: number): number {
  return turnMs(Date.parse(firstSeenAt), triage.priority, patienceMinutes);
}

/** With no more than this the order costs less than asking indexes for it. */
const few = 200;
/** As many as are given of more: those that this device has moved on are passed over. */
const given = 20;
/** After every time. */
const latest = "\uffff";

/**
 * The mentions of a status whose turn comes next; all of them when they are few. It goes down the priorities, in each from the one that waits longest,
 * and ends where even the first one seen of all would come too late.
 */
export async function nextOf(store: Store, status: Mention["status"], patienceMinutes: number): Promise<Mention[]> {
  const bySeen = () => store.mentions.where("[status+firstSeenAt]").between([status, ""], [status, latest]);
  if ((await bySeen().offset(few).first()) === undefined) return bySeen().toArray();
  const byPriority = () => store.mentions.where("[status+triage.priority+firstSeenAt]");
  const highestBelow = async (priority: number) => {
    const row = await byPriority().between([status, Number.NEGATIVE_INFINITY], [status, priority]).last();
    return row?.triage.priority;
  };
  const firstSeenMs = Date.parse((await bySeen().first())?.firstSeenAt ?? "");
  let next: Mention[] = [];
  for (let level = await highestBelow(Number.POSITIVE_INFINITY); level !== undefined; level = await highestBelow(level)) {
    const last = next[given - 1];
    if (last && turnOf(last, patienceMinutes) <= turnMs(firstSeenMs, level, patienceMinutes)) break;
    const rows = await byPriority().between([status, level, ""], [status, level, latest]).limit(given).toArray();
    next = [...next, ...rows].sort((a, b) => turnOf(a, patienceMinutes) - turnOf(b, patienceMinutes)).slice(0, given);
  }
  return next;
}
