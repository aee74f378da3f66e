import { setTimeout as sleep } from "node:timers/promises";
import type * as v from "valibot";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { Reason } from "../../lib/schema/triage.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";
import { escalateUnclaimed, expireClaims } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { forEachWorkspace } from "./workspaces.ts";

/** What nobody takes for so long goes to the first line. */
export const unclaimedMs = 30 * 60_000;

const waited: v.InferOutput<typeof Reason> = {
  code: "waiting",
  words: [],
  value: unclaimedMs / 60_000,
};

const ago = (at: Date, ms: number): Date => new Date(at.getTime() - ms);

type Sweeping = Pick<Deps, "pool" | "now" | "wake">;

/** Frees a workspace's lapsed claims. */
export async function sweepWorkspace({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const at = now();
  const [freed] = await transaction(pool, (client) => all(client, expireClaims, id, at, ago(at, lease.silenceMs)));
  if (freed) wake.moved(id, freed.revision);
}

/** Hands to the first line what a workspace's community left waiting too long. */
export async function handOnWorkspace({ pool, now, wake }: Sweeping, id: string): Promise<void> {
  const since = ago(now(), unclaimedMs);
  const [handedOn] = await transaction(pool, (client) => all(client, escalateUnclaimed, id, since, JSON.stringify([waited])));
  if (handedOn) wake.moved(id, handedOn.revision);
}

/** Sweeps every `everyMs` until `signal`, oftener than jobs by the clock can; a failed round is logged and the next one tries again. */
export async function sweepEvery(everyMs: number, deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await forEachWorkspace(deps, (id) => sweepWorkspace(deps, id)).catch((thrown: unknown) =>
      deps.log("error", "sweep_failed", errorFields(thrown)),
    );
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
