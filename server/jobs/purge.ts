import { keptDays, keptPrecedents } from "../../lib/schema/limits.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import { dropOldPrecedents } from "../store/precedents.ts";
import { forgetPresence } from "../store/presence.ts";
import {
  deleteDrafts,
  deleteMentions,
  deleteReplies,
  forgetAudit,
  forgetOperations,
  forgetRemovals,
  lockClosed,
  putRemovals,
} from "../store/purge.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";

const dayMs = 24 * 60 * 60_000;
/** Mentions per transaction: the workspace's counter is locked for so long only. */
const perRound = 200;

/** Deletes one round of mentions that were closed before `closedBefore`; gives the workspace's new revision, null when there were none. */
async function removeClosed({ pool }: Pick<Deps, "pool">, id: string, closedBefore: Date, at: Date): Promise<number | null> {
  return transaction(pool, async (client) => {
    const ids = (await all(client, lockClosed, id, closedBefore, perRound)).map(({ mention_id }) => mention_id);
    if (ids.length === 0) return null;
    await all(client, deleteDrafts, id, ids);
    await all(client, deleteReplies, id, ids);
    await all(client, deleteMentions, id, ids);
    const { revision } = await one(client, raiseCounterBy, id, ids.length);
    await all(client, putRemovals, id, ids, revision - ids.length, at);
    return revision;
  });
}

/** Deletes what a workspace may keep no longer, on the server and, by their next sync, on the devices. */
export async function purgeWorkspace(deps: Pick<Deps, "pool" | "now" | "wake">, id: string): Promise<void> {
  const at = deps.now();
  const before = (days: number) => new Date(at.getTime() - days * dayMs);
  for (let revision = await removeClosed(deps, id, before(keptDays.closed), at); revision !== null; ) {
    deps.wake.moved(id, revision);
    revision = await removeClosed(deps, id, before(keptDays.closed), at);
  }
  await all(deps.pool, forgetRemovals, id, before(keptDays.removals));
  await all(deps.pool, forgetOperations, id, before(keptDays.operations));
  await all(deps.pool, forgetAudit, id, before(keptDays.audit));
  await all(deps.pool, forgetPresence, id, before(1));
  await all(deps.pool, dropOldPrecedents, id, keptPrecedents);
}
