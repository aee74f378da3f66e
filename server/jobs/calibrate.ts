import { isDeepStrictEqual } from "node:util";
import { calibrationDays } from "../../lib/schema/calibration.ts";
import { talliesOf } from "../../lib/triage/calibration.ts";
import type { Verdict } from "../../lib/triage/verdicts.ts";
import type { Deps } from "../deps.ts";
import { nextRevision } from "../operations/call.ts";
import { transaction } from "../store/pool.ts";
import { all, one } from "../store/statement.ts";
import { putCalibration, triageState } from "../store/triage-settings.ts";
import { verdictsSince } from "../store/verdicts.ts";

const dayMs = 24 * 60 * 60_000;

/** What staff said lately about triage having been right. */
export function recentVerdicts({ pool, now }: Pick<Deps, "pool" | "now">, id: string): Promise<Verdict[]> {
  return all(pool, verdictsSince, id, new Date(now().getTime() - calibrationDays * dayMs));
}

/** Publishes how often a workspace's triage was right, when that has changed. */
export async function calibrateWorkspace({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, id: string): Promise<void> {
  const verdicts = await recentVerdicts({ pool, now }, id);
  const tallies = talliesOf(verdicts);
  const { calibration } = await one(pool, triageState, id);
  if (calibration === null ? verdicts.length === 0 : isDeepStrictEqual(calibration.tallies, tallies)) return;
  const published = JSON.stringify({ at: now().toISOString(), tallies });
  const revision = await transaction(pool, async (client) => {
    const raised = await nextRevision(client, id);
    await all(client, putCalibration, id, published, raised);
    return raised;
  });
  wake.moved(id, revision);
}
