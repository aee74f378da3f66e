import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import type { Sync } from "../sync/sync.ts";
import { isOnBreak } from "./breaks.ts";

/** How often presence is repeated, ms: well before the server lets it lapse. */
const againMs = 60_000;

/** Tells the others that this member looks at a mention. */
export type TellPresence = (mentionId: string) => Promise<void>;

/**
 * What was told is remembered as long as the worker lives, so that a new one may repeat it once too often. Nothing is asked while the server is out of
 * reach, and a failure is not tried again, since presence is soon out of date.
 */
export function createTellPresence(store: Store, ask: Sync["ask"], nowMs: () => number): TellPresence {
  const said = new Map<string, number>();
  return async (mentionId) => {
    const now = nowMs();
    if (await isOnBreak(store, now)) return;
    if (now - (said.get(mentionId) ?? Number.NEGATIVE_INFINITY) < againMs || (await getMeta(store, "trouble"))) return;
    for (const [other, atMs] of said) if (now - atMs >= againMs) said.delete(other);
    said.set(mentionId, now);
    await ask("mention.look", { mentionId }).catch(() => {});
  };
}
