import type { Store } from "./database.ts";

/** A post that the member said is not for them. It stays on this device: nobody else learns of it. */
export interface PassedRow {
  readonly mentionId: string;
  /** When, epoch ms of this device. */
  readonly atMs: number;
}

/** How long it is remembered, ms: by then every post is closed and removed. */
const keptMs = 30 * 24 * 3_600_000;
/** More than anybody passes on by hand; the oldest go first. */
const mostPassed = 2_000;

/** Never offers a post again, or does again. */
export async function pass({ passed }: Pick<Store, "passed">, mentionId: string, isPassed: boolean, nowMs: number): Promise<void> {
  if (!isPassed) return passed.delete(mentionId);
  await passed.put({ mentionId, atMs: nowMs });
  await passed
    .where("atMs")
    .below(nowMs - keptMs)
    .delete();
  const excess = (await passed.count()) - mostPassed;
  if (excess > 0) await passed.bulkDelete(await passed.orderBy("atMs").limit(excess).primaryKeys());
}

/** Offers again whatever was passed on. */
export const offerAgain = ({ passed }: Pick<Store, "passed">): Promise<void> => passed.clear();

/** All that was passed on, the latest last. */
export const passedIds = ({ passed }: Pick<Store, "passed">): Promise<string[]> => passed.orderBy("atMs").primaryKeys();

/** How much of what was passed on still waits for somebody. */
export async function countPassed(store: Pick<Store, "passed" | "mentions">): Promise<number> {
  const waiting = ["open", "escalated"];
  return (await store.mentions.bulkGet(await passedIds(store))).filter((mention) => mention && waiting.includes(mention.status)).length;
}
