import { setTimeout as sleep } from "node:timers/promises";
import type * as v from "valibot";
import { lease } from "../../lib/schema/lifecycle.ts";
import { review } from "../../lib/schema/reviewing.ts";
import { type Reason, waitsFrom } from "../../lib/schema/triage.ts";
import { forEachWorkspace } from "../database/each-workspace.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";
import { heldByCommunity } from "../operations/brake.ts";
import { freeHeld } from "../operations/free-held.ts";
import { noteRule } from "../operations/rule-notes.ts";
import { isStoppedNow } from "../store/brake.ts";
import { escalateUnclaimed, expireClaims } from "../store/claims.ts";
import { transaction } from "../store/pool.ts";
import { forgetPresence, raiseForPresence, tellPresence } from "../store/presence.ts";
import { reviewsToStaff } from "../store/reviews.ts";
import { all, first, one } from "../store/statement.ts";
import { clockOfWorkspace } from "../store/workspaces.ts";
import { gatherAllNews } from "./handover.ts";

const waited = (minutes: number): v.InferOutput<typeof Reason> => ({ code: "waiting", words: [], value: minutes });

const ago = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

type Sweeping = Pick<Deps, "pool" | "now" | "wake">;

/** Has a workspace's devices told who came to look or write since the last time: all of them with one revision. */
export async function tellWhoCame({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const revision = await transaction(pool, async (client) => {
    const raised = await first(client, raiseForPresence, id);
    if (raised !== null) await all(client, tellPresence, id, raised.revision);
    return raised?.revision ?? null;
  });
  if (revision === null) return;
  wake.moved(id, revision);
  await all(pool, forgetPresence, id, now());
}

/** Frees a workspace's lapsed claims. */
export async function sweepWorkspace({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const at = now();
  const [freed] = await transaction(pool, (client) => all(client, expireClaims, id, at, ago(at, lease.silenceMs)));
  if (freed) wake.moved(id, freed.revision);
}

/** Where the community is stopped, takes back what somebody was being given at that very moment. */
export async function freeStopped({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  if (!(await one(pool, isStoppedNow, { workspaceId: id })).yes) return;
  const revision = await transaction(pool, async (client) => freeHeld(client, id, await heldByCommunity(client, id), now()));
  if (revision !== null) wake.moved(id, revision);
}

/** Hands to the first line what a workspace's community left waiting too long; not what nobody waits for. */
export async function handOnWorkspace({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const at = now();
  const { clock } = await one(pool, clockOfWorkspace, id);
  const since = ago(at, clock.communityMinutes * 60_000);
  const why = JSON.stringify([waited(clock.communityMinutes)]);
  const [handedOn] = await transaction(pool, async (client) => {
    const rows = await all(client, escalateUnclaimed, id, since, why, waitsFrom);
    const notes = rows.map(({ mention_id }) => ({
      entryId: `unclaimed ${mention_id}`,
      mentionId: mention_id,
      detail: { route: "first_line" },
    }));
    await noteRule({ client, workspaceId: id, at }, "rule.unclaimed", notes);
    return rows;
  });
  if (handedOn) wake.moved(id, handedOn.revision);
}

/** Asks a workspace's staff for the drafts that no reviewer came to. */
export async function askStaffToReview({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const at = now();
  const [asked] = await transaction(pool, async (client) => {
    const rows = await all(client, reviewsToStaff, id, ago(at, review.waitMs));
    const waited = rows.filter(({ was_asked }) => was_asked);
    const notes = waited.map(({ mention_id }) => ({ entryId: `review ${mention_id}`, mentionId: mention_id }));
    await noteRule({ client, workspaceId: id, at }, "rule.review_waited", notes);
    return rows;
  });
  if (asked) wake.moved(id, asked.revision);
}

/** Sweeps every `everyMs` until `signal`, oftener than jobs by the clock can; a failed round is logged and the next one tries again. */
export async function sweepEvery(everyMs: number, deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const sweepAll = () =>
      forEachWorkspace(deps, async (id) => {
        await sweepWorkspace(deps, id);
        await freeStopped(deps, id);
        await tellWhoCame(deps, id);
      });
    // What fails in one keeps the other from nothing.
    for (const round of [sweepAll, () => gatherAllNews(deps)])
      await round().catch((thrown: unknown) => deps.log("error", "sweep_failed", errorFields(thrown)));
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
