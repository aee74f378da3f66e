import type { Store } from "../store/database.ts";
import { getMeta } from "../store/meta.ts";
import type { Sync } from "../sync/sync.ts";

/** Said again after so long at most: well before it would be over. */
const againMs = 60_000;

/** Tells the others that this member looks at a mention. */
export type TellPresence = (mentionId: string) => Promise<void>;

/** Forgets with the worker what was said, and then says it once too often. What cannot be said now is not worth a try. */
export function createTellPresence(store: Store, ask: Sync["ask"], nowMs: () => number): TellPresence {
  const said = new Map<string, number>();
  return async (mentionId) => {
    const now = nowMs();
    if (now - (said.get(mentionId) ?? Number.NEGATIVE_INFINITY) < againMs || (await getMeta(store, "trouble"))) return;
    for (const [other, atMs] of said) if (now - atMs >= againMs) said.delete(other);
    said.set(mentionId, now);
    await ask("mention.look", { mentionId }).catch(() => {});
  };
}
