import type { Presence } from "../schema/presence.ts";
import type { Store } from "./database.ts";

/** Somebody at a mention, until then (the server's time, epoch ms). */
export interface PresenceRow {
  readonly mentionId: string;
  readonly memberId: string;
  readonly name: string;
  readonly doing: Presence["doing"];
  readonly untilMs: number;
}

/** Stores who looks at which mention, and forgets those who have lapsed. To be called within a transaction over all tables. */
export async function keepPresence(store: Store, present: readonly Presence[], serverNowMs: number): Promise<void> {
  await store.presence.where("untilMs").below(serverNowMs).delete();
  const rows = present.map(({ mentionId, member, doing, until }) => ({
    mentionId,
    memberId: member.id,
    name: member.name,
    doing,
    untilMs: Date.parse(until),
  }));
  await store.presence.bulkPut(rows);
}

/** Who but `me` is at a mention now, those who write first. */
export function othersAt(rows: readonly PresenceRow[], mentionId: string, me: string, serverNowMs: number): PresenceRow[] {
  return rows
    .filter((row) => row.mentionId === mentionId && row.memberId !== me && row.untilMs > serverNowMs)
    .sort((a, b) => (b.doing > a.doing ? 1 : b.doing < a.doing ? -1 : a.name < b.name ? -1 : 1));
}
