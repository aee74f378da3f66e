import type { Mention } from "../schema/mention.ts";
import { turnMs } from "../triage/priority.ts";
import type { Store } from "./database.ts";

/** A mention as the store keeps it; without its turn it is never next. */
export type MentionRow = Mention & { readonly turnMs?: number };
type Mentions = Pick<Store, "mentions">;

/** When a mention's turn comes, epoch ms. */
export function turnOf({ firstSeenAt, triage }: Pick<Mention, "firstSeenAt" | "triage">, patienceMinutes: number): number {
  return turnMs(Date.parse(firstSeenAt), triage.priority, patienceMinutes);
}

/** Keeps mentions with their turns. */
export async function putMentions({ mentions }: Mentions, rows: readonly Mention[], patienceMinutes: number): Promise<void> {
  await mentions.bulkPut(rows.map((mention) => ({ ...mention, turnMs: turnOf(mention, patienceMinutes) })));
}

/** Gives all mentions their turns anew: the workspace's patience is another. */
export async function retime(store: Mentions, patienceMinutes: number): Promise<void> {
  await putMentions(store, await store.mentions.toArray(), patienceMinutes);
}

/** The index that the turns stand in, and where in it those of a status do: from, to. */
export const turnIndex = "[status+turnMs]";
export const turnsOf = (status: Mention["status"]) =>
  [
    [status, Number.NEGATIVE_INFINITY],
    [status, Number.POSITIVE_INFINITY],
  ] as const;

/** How many come next. */
export const nextCount = 20;

/** The mentions of a status whose turn comes next, and `more`. */
export function nextOf({ mentions }: Mentions, status: Mention["status"], more = 0): Promise<MentionRow[]> {
  return mentions
    .where(turnIndex)
    .between(...turnsOf(status))
    .limit(nextCount + more)
    .toArray();
}
