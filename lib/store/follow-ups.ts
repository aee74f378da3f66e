import type { OperationArgs } from "../schema/operations.ts";
import type { Store } from "./database.ts";
import { enqueue } from "./outbox.ts";

const notCounted = { replies: null, reposts: null, likes: null, views: null };

/** Queues what the author of an answered post wrote next, once on this device however often it is passed; true when it was news. */
export async function recordFollowUp(
  store: Store,
  followUp: OperationArgs<"mention.follow_up">,
  operationId: string,
  atMs: number,
): Promise<boolean> {
  const seen = `${followUp.mentionId} ${followUp.postId}`;
  return store.transaction("rw", store.sightings, store.outbox, async () => {
    if (await store.sightings.get(seen)) return false;
    await store.sightings.put({ mentionId: seen, counts: notCounted, atMs });
    await enqueue(store, { id: operationId, name: "mention.follow_up", args: followUp }, atMs);
    return true;
  });
}
