import type { Pool } from "pg";
import { evidenceDays } from "../../lib/schema/levels.ts";
import { keptDays, keptPrecedents, keptPrecedentsOfMember, keptRejections } from "../../lib/schema/limits.ts";
import { cutAudit, takeInLines } from "../audit/tend.ts";
import type { Deps } from "../deps.ts";
import { forgetWords, removePosts } from "../operations/remove-posts.ts";
import { forgetCalls } from "../store/calls.ts";
import { forgetDataRequests } from "../store/data-requests.ts";
import { forgetDeliveries } from "../store/deliveries.ts";
import { forgetErasures } from "../store/erasure.ts";
import { forgetFigures } from "../store/figure-sums.ts";
import { forgetAnswers } from "../store/forums.ts";
import { forgetExpired, forgetUses } from "../store/invitations.ts";
import { forgetItemUses } from "../store/knowledge-uses.ts";
import { forgetRatings } from "../store/levels.ts";
import { dropOldParts, forgetItems, forgetLists } from "../store/lists.ts";
import { forgetEndedDevices } from "../store/membership.ts";
import { forgetLines } from "../store/points.ts";
import { transaction } from "../store/pool.ts";
import { dropAnswersOfEach, dropOldAnswers, dropOldRejections } from "../store/precedents.ts";
import { forgetPresence } from "../store/presence.ts";
import { forgetSettledProposals } from "../store/proposals.ts";
import {
  forgetGonePosts,
  forgetOperations,
  forgetRefits,
  forgetRemovals,
  forgetTakeBacks,
  lockClosed,
  lockUnanswered,
} from "../store/purge.ts";
import { all, one } from "../store/statement.ts";
import { retentionOf } from "../store/workspaces.ts";

const dayMs = 24 * 60 * 60_000;
/** Mentions per transaction: the workspace's counter is locked for so long only. */
const perRound = 200;

/** Deletes one round of the mentions that `lock` finds before `before`; gives the workspace's new revision, null when there were none. */
async function removeRound(pool: Pool, id: string, lock: typeof lockClosed, before: Date, at: Date): Promise<number | null> {
  return transaction(pool, async (client) => {
    const ids = (await all(client, lock, id, before, perRound)).map(({ mention_id }) => mention_id);
    if (ids.length === 0) return null;
    const revision = await removePosts(client, id, ids, at);
    return (await forgetWords(client, id, new Set(ids))) ?? revision;
  });
}

/** Deletes the mentions that `lock` finds before `before`, a round at a time, and wakes the devices. */
async function remove(
  { pool, wake }: Pick<Deps, "pool" | "wake">,
  id: string,
  lock: typeof lockClosed,
  before: Date,
  at: Date,
): Promise<void> {
  for (;;) {
    const revision = await removeRound(pool, id, lock, before, at);
    if (revision === null) return;
    wake.moved(id, revision);
  }
}

/** Deletes what a workspace may keep no longer, on the server and, by their next sync, on the devices. */
export async function purgeWorkspace(deps: Pick<Deps, "pool" | "now" | "wake" | "models">, id: string): Promise<void> {
  const at = deps.now();
  const before = (days: number) => new Date(at.getTime() - days * dayMs);
  const { retention } = await one(deps.pool, retentionOf, { workspaceId: id });
  await remove(deps, id, lockClosed, before(retention.closed), at);
  await remove(deps, id, lockUnanswered, before(retention.unanswered), at);
  await all(deps.pool, forgetDeliveries, id, before(keptDays.deliveries));
  await all(deps.pool, forgetRemovals, id, before(keptDays.removals));
  await all(deps.pool, forgetOperations, id, before(keptDays.operations));
  await all(deps.pool, forgetGonePosts, id);
  await takeInLines(deps.pool, id);
  await cutAudit(deps.pool, deps.models.keys, at, id, before(keptDays.audit));
  await all(deps.pool, forgetDataRequests, { workspaceId: id, before: before(keptDays.operations) });
  await all(deps.pool, forgetErasures, { workspaceId: id, before: before(keptDays.audit) });
  await all(deps.pool, forgetRefits, id, before(keptDays.audit));
  await all(deps.pool, forgetTakeBacks, id, before(keptDays.audit));
  await all(deps.pool, forgetPresence, id, before(1));
  await all(deps.pool, forgetCalls, { workspaceId: id, before: before(1) });
  await all(deps.pool, forgetRatings, { workspaceId: id, before: before(evidenceDays) });
  await all(deps.pool, forgetLines, { workspaceId: id, before: before(keptDays.points) });
  await all(deps.pool, forgetSettledProposals, { workspaceId: id, before: before(keptDays.proposals) });
  await all(deps.pool, forgetItemUses, { workspaceId: id, before: before(keptDays.uses) });
  await all(deps.pool, forgetFigures, { workspaceId: id, before: before(keptDays.figures).toISOString().slice(0, 10) });
  await all(deps.pool, forgetItems, id);
  await all(deps.pool, forgetLists, id);
  await all(deps.pool, dropOldParts, id, before(1));
  await all(deps.pool, forgetUses, { workspaceId: id, before: before(keptDays.operations) });
  await all(deps.pool, forgetExpired, { workspaceId: id, now: at, before: before(keptDays.operations) });
  await all(deps.pool, forgetAnswers, { workspaceId: id, before: before(1) });
  await all(deps.pool, forgetEndedDevices, { workspaceId: id, before: before(keptDays.operations) });
  await all(deps.pool, dropAnswersOfEach, id, keptPrecedentsOfMember);
  await all(deps.pool, dropOldAnswers, id, keptPrecedents);
  await all(deps.pool, dropOldRejections, id, keptRejections.workspace);
}
