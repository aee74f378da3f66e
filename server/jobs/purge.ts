import { keptDays } from "../../lib/schema/limits.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import {
  deleteDrafts,
  deleteMentions,
  deleteReplies,
  forgetAudit,
  forgetOperations,
  forgetRemovals,
  lockClosed,
  putRemovals,
  raiseCounterBy,
} from "../store/purge.ts";
import { all, one } from "../store/statement.ts";

const dayMs = 24 * 60 * 60_000;
/** Mentions per transaction: the workspace's counter is locked for so long only. */
const perRound = 200;

/** Deletes one round of mentions that were closed before `closedBefore`; gives how many, and the workspace's new revision. */
async function removeClosed({ pool }: Pick<Deps, "pool">, id: string, closedBefore: Date, at: Date) {
  return transaction(pool, async (client) => {
    const ids = (await all(client, lockClosed, id, closedBefore, perRound)).map(({ mention_id }) => mention_id);
    if (ids.length === 0) return { removed: 0, revision: 0 };
    await all(client, deleteDrafts, id, ids);
    await all(client, deleteReplies, id, ids);
    await all(client, deleteMentions, id, ids);
    const { revision } = await one(client, raiseCounterBy, id, ids.length);
    await all(client, putRemovals, id, ids, revision - ids.length, at);
    return { removed: ids.length, revision };
  });
}

/** Deletes what a workspace may keep no longer, on the server and, by their next sync, on the devices. Gives how many mentions. */
export async function purgeWorkspace(deps: Pick<Deps, "pool" | "now" | "wake">, id: string): Promise<number> {
  const at = deps.now();
  const before = (days: number) => new Date(at.getTime() - days * dayMs);
  let total = 0;
  for (let round = 1; round > 0; ) {
    const { removed, revision } = await removeClosed(deps, id, before(keptDays.closed), at);
    if (removed > 0) deps.wake.moved(id, revision);
    total += removed;
    round = removed;
  }
  await all(deps.pool, forgetRemovals, id, before(keptDays.removals));
  await all(deps.pool, forgetOperations, id, before(keptDays.operations));
  await all(deps.pool, forgetAudit, id, before(keptDays.audit));
  return total;
}
