import { liveStatuses } from "../schema/lifecycle.ts";
import { type Mention, mentionId, type Sighting } from "../schema/mention.ts";
import type { Store } from "./database.ts";
import { enqueue } from "./outbox.ts";
import { viewMention } from "./views.ts";

/** How long a device remembers what it reported, in milliseconds. */
const rememberMs = 30 * 24 * 3_600_000;
/** How many readers more make news at least, even where few became twice as many. */
const notableReaders = 100;

type Counts = Sighting["counts"];

/** A post that was seen: how its mention looks from here, and whether a report of it now waits to be sent. */
export interface Recorded {
  readonly mention: Mention | null;
  readonly isQueued: boolean;
}

/**
 * Stores what was seen and queues its report, both or neither, and gives the mention as it looks from here. A post
 * that the workspace knows is reported again only by a device that reported it, while it lives and when it notably
 * moved. Resolves when all is on disk.
 */
export async function recordSighting(store: Store, sighting: Sighting, operationId: string, atMs: number): Promise<Recorded> {
  const id = mentionId(sighting.site, sighting.postId);
  return store.transaction("rw", store.sightings, store.outbox, store.mentions, store.meta, async () => {
    const known = await viewMention(store, id);
    if (known && !(await isNews(store, known, sighting))) return { mention: known, isQueued: false };
    await store.sightings
      .where("atMs")
      .below(atMs - rememberMs)
      .delete();
    await store.sightings.put({ mentionId: id, counts: sighting.counts, atMs });
    await enqueue(store, { id: operationId, name: "mention.report", args: sighting }, atMs);
    return { mention: await viewMention(store, id), isQueued: true };
  });
}

async function isNews(store: Store, known: Mention, sighting: Sighting): Promise<boolean> {
  if (!liveStatuses.has(known.status)) return false;
  const before = await store.sightings.get(known.id);
  return before !== undefined && hasNotablyMoved(before.counts, sighting.counts);
}

/** True when a post found a first reply, or at least twice as many people as before and a hundred more. */
export function hasNotablyMoved(before: Counts, now: Counts): boolean {
  if (before.replies === 0 && (now.replies ?? 0) > 0) return true;
  return (["reposts", "likes", "views"] as const).some((key) => {
    const [was, is] = [before[key] ?? 0, now[key] ?? 0];
    return is >= was * 2 && is - was >= notableReaders;
  });
}
