import { postLanguage } from "../schema/language.ts";
import type { Mention } from "../schema/mention.ts";
import { ownOpinion } from "../schema/opinions.ts";
import { turnMs } from "../triage/priority.ts";
import type { Store } from "./database.ts";

/** A mention as the store keeps it; without `turnMs` and `tongue` no index offers it. */
export type StoredMention = Mention & { readonly turnMs?: number; readonly tongue?: string };
type Mentions = Pick<Store, "mentions">;

/** When a mention's turn comes, epoch ms. */
export function turnOf({ firstSeenAt, triage }: Pick<Mention, "firstSeenAt" | "triage">, patienceMinutes: number): number {
  return turnMs(Date.parse(firstSeenAt), triage.priority, patienceMinutes);
}

/** The mention with what its index needs: its turn, and its language, which is "" when nobody knows it. */
export function toStored(mention: Mention, patienceMinutes: number): StoredMention {
  return { ...mention, turnMs: turnOf(mention, patienceMinutes), tongue: postLanguage(mention) ?? "" };
}

/** Keeps mentions with their turns. */
export async function putMentions({ mentions }: Mentions, rows: readonly Mention[], patienceMinutes: number): Promise<void> {
  await mentions.bulkPut(rows.map((mention) => toStored(mention, patienceMinutes)));
}

/** Gives all mentions their turns anew: the workspace's patience is another. */
export async function retime(store: Mentions, patienceMinutes: number): Promise<void> {
  await putMentions(store, await store.mentions.toArray(), patienceMinutes);
}

/** The index that the turns stand in, those of each language together. */
export const turnIndex = "[status+tongue+turnMs]";

type Bounds = readonly [from: unknown[], to: unknown[]];

// An array is above every number and every text, so these are the ends of a language and of a status.
/** Where in the index a status stands, from behind a language on where one is given. */
export const turnsAfter = (status: Mention["status"], tongue?: string): Bounds => [
  tongue === undefined ? [status] : [status, tongue, []],
  [status, []],
];
/** Where in the index a language of a status stands. */
export const turnsIn = (status: Mention["status"], tongue: string): Bounds => [
  [status, tongue],
  [status, tongue, []],
];

/** How many come next, of each language. */
export const nextCount = 20;

/** The mentions of a status whose turn comes next, so many of each language that none hides another; without those of `skip`. */
export async function nextOf(
  { mentions }: Mentions,
  status: Mention["status"],
  skip: ReadonlySet<string> = new Set(),
): Promise<StoredMention[]> {
  const found: StoredMention[] = [];
  const range = (bounds: Bounds) => mentions.where(turnIndex).between(...bounds);
  for (let first = await range(turnsAfter(status)).first(); first !== undefined; ) {
    const { tongue = "" } = first;
    const all = range(turnsIn(status, tongue));
    const left = skip.size === 0 ? all : all.filter(({ id }) => !skip.has(id));
    const next = await left.limit(nextCount).toArray();
    // Seldom: what the member would have set aside or handed on hides nothing behind it.
    const isAside = (row: StoredMention) => ownOpinion(row) !== null;
    const others = () => range(turnsIn(status, tongue)).filter((row) => !skip.has(row.id) && !isAside(row));
    found.push(...(next.some(isAside) ? await others().limit(nextCount).toArray() : next));
    first = await range(turnsAfter(status, tongue)).first();
  }
  return found;
}
