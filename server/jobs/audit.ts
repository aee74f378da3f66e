import { checkAudit } from "../audit/check.ts";
import { signEnd, takeInLines } from "../audit/tend.ts";
import { forEachWorkspace } from "../database/each-workspace.ts";
import type { Deps } from "../deps.ts";
import { errorFields } from "../log.ts";

type Tending = Pick<Deps, "pool" | "now" | "log" | "models">;

/** Takes into a workspace's log what a former release added, and signs where it ends. */
export async function tendAudit({ pool, now, models }: Tending, workspaceId: string): Promise<void> {
  await takeInLines(pool, workspaceId);
  await signEnd(pool, models.keys, now(), workspaceId);
}

/** Checks the log of every workspace, its last `most` lines (null: all), and says in the server's log where one does not hold. */
export async function checkAudits(deps: Tending, signal: AbortSignal, most: number | null): Promise<void> {
  await forEachWorkspace(deps, async (workspace) => {
    if (signal.aborted) return;
    const { fault } = await checkAudit(deps.pool, workspace, deps.models.keys, most, signal);
    if (fault) deps.log("error", "audit_broken", { workspace, ...fault });
  });
}

/** So many lines of each workspace are looked at first of all after a start. */
const lastLines = 1_000;

/** Checks the logs after a start: the last lines of all of them, then all lines. Nobody waits for it, and what is broken is said and stops nothing. */
export async function checkAtStart(deps: Tending, signal: AbortSignal): Promise<void> {
  try {
    await checkAudits(deps, signal, lastLines);
    await checkAudits(deps, signal, null);
  } catch (thrown) {
    if (!signal.aborted) deps.log("warn", "audit_unchecked", errorFields(thrown));
  }
}
