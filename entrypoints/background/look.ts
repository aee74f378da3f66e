import type { Store } from "../../lib/store/database.ts";
import { getMeta } from "../../lib/store/meta.ts";
import type { Sync } from "../../lib/sync/sync.ts";

/** Said again after so long at most: well before it would be over. */
const againMs = 60_000;

/** Tells the others that this member looks at a mention. */
export type Look = (mentionId: string) => Promise<void>;

/** Forgets with the worker what was said, and then says it once too often. What cannot be said now is not worth a try. */
export function createLook(store: Store, ask: Sync["ask"], nowMs: () => number): Look {
  const said = new Map<string, number>();
  return async (mentionId) => {
    const now = nowMs();
    if (now - (said.get(mentionId) ?? Number.NEGATIVE_INFINITY) < againMs || (await getMeta(store, "trouble"))) return;
    for (const [other, atMs] of said) if (now - atMs >= againMs) said.delete(other);
    said.set(mentionId, now);
    await ask("mention.look", { mentionId }).catch(() => {});
  };
}
