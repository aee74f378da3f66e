import { mentionId, type Sighting } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { enqueue } from "./outbox.ts";

/** How long a device remembers what it reported, in milliseconds. */
const rememberMs = 30 * 24 * 3_600_000;
/** A growth below this is no news, however many times over. */
const notableReaders = 100;

type Counts = Sighting["counts"];

/** Stores what was seen and queues its report, both or neither. Resolves when both are on disk. */
export async function recordSighting(store: Store, sighting: Sighting, operationId: string, atMs: number): Promise<void> {
  await store.transaction("rw", store.sightings, store.outbox, async () => {
    await store.sightings
      .where("atMs")
      .below(atMs - rememberMs)
      .delete();
    await store.sightings.put({ mentionId: mentionId(sighting.site, sighting.postId), counts: sighting.counts, atMs });
    await enqueue(store, { id: operationId, name: "mention.report", args: sighting }, atMs);
  });
}

/** True when a post found a first reply, or at least twice as many people as before and a hundred more. */
export function hasNotablyMoved(before: Counts, now: Counts): boolean {
  if (before.replies === 0 && (now.replies ?? 0) > 0) return true;
  return (["reposts", "likes", "views"] as const).some((key) => {
    const [was, is] = [before[key] ?? 0, now[key] ?? 0];
    return is >= was * 2 && is - was >= notableReaders;
  });
}
