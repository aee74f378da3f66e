import { setTimeout as sleep } from "node:timers/promises";
import type * as v from "valibot";
import { lease } from "../../lib/schema/lifecycle.ts";
import type { Reason } from "../../lib/schema/triage.ts";
import { transaction } from "../db.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";
import { escalateUnclaimed, expireClaims } from "../store/claims.ts";
import { all } from "../store/statement.ts";
import { workspaceIds } from "../store/workspaces.ts";

/** What nobody takes for so long goes to the first line. */
export const unclaimedMs = 30 * 60_000;

const waited: v.InferOutput<typeof Reason> = {
  code: "waiting",
  words: [],
  value: unclaimedMs / 60_000,
};

/** Frees a workspace's lapsed claims and hands on what waited too long. */
export async function sweepWorkspace({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, id: string): Promise<void> {
  const at = now();
  const ago = (ms: number) => new Date(at.getTime() - ms);
  const freed = await transaction(pool, (client) => all(client, expireClaims, id, at, ago(lease.silenceMs)));
  const handedOn = await transaction(pool, (client) => all(client, escalateUnclaimed, id, ago(unclaimedMs), JSON.stringify([waited])));
  const revision = [...freed, ...handedOn].at(-1)?.revision;
  if (revision !== undefined) wake.moved(id, revision);
}

async function sweep(deps: Deps): Promise<void> {
  for (const { id } of await all(deps.pool, workspaceIds)) await sweepWorkspace(deps, id);
}

/** Sweeps every `everyMs` until `signal`; a failed round is logged and the next one tries again. */
export async function sweepEvery(everyMs: number, deps: Deps, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sweep(deps).catch((thrown: unknown) => deps.log("error", "sweep_failed", errorFields(thrown)));
    await sleep(everyMs, undefined, { signal }).catch(() => {});
  }
}
