import type { Doing } from "../../lib/schema/presence.ts";
import type { Sync } from "../../lib/sync/sync.ts";

/** Said again after so long at most: well before it would be over. */
const againMs = 60_000;

/** Tells the others that this member looks at a mention or writes on it. */
export type NotePresence = (mentionId: string, doing: Doing) => Promise<void>;

/** Forgets with the worker what was said, and then says it once too often. What cannot be said is not worth a try later. */
export function createNotePresence(ask: Sync["ask"], nowMs: () => number): NotePresence {
  const said = new Map<string, number>();
  return async (mentionId, doing) => {
    const key = `${doing} ${mentionId}`;
    const now = nowMs();
    if (now - (said.get(key) ?? Number.NEGATIVE_INFINITY) < againMs) return;
    for (const [other, atMs] of said) if (now - atMs >= againMs) said.delete(other);
    said.set(key, now);
    await ask("presence.note", { mentionId, doing }).catch(() => {});
  };
}
