import type { Config } from "../config.ts";
import { forEachWorkspace } from "../database/each-workspace.ts";
import { openDatabase } from "../database/open.ts";
import { calibrateWorkspace } from "../jobs/calibrate.ts";
import { type Refit, refitWorkspace } from "../jobs/refit.ts";
import { rescoreWorkspace } from "../jobs/rescore.ts";
import type { Log } from "../log.ts";
import { createHub } from "../wake/hub.ts";

/** Does tonight's refit in every workspace that has not had it, scores what waits and publishes the calibration; then closes the database. */
export async function refitNow(config: Config, now: () => Date, log: Log, signal: AbortSignal): Promise<Refit[]> {
  const { pool, stop } = await openDatabase(config, now, log, signal);
  // Nobody is woken: devices find out with their next sync.
  const around = { pool, now, log, wake: createHub() };
  const refits: Refit[] = [];
  try {
    await forEachWorkspace(around, async (id) => {
      refits.push(await refitWorkspace(around, id));
      await rescoreWorkspace(around, id, signal);
      await calibrateWorkspace(around, id);
    });
    return refits;
  } finally {
    await stop();
  }
}

/** One line about a workspace's night. */
export function refitSentence({ workspace, night, thresholds }: Refit): string {
  if (thresholds === null) return `${workspace}: nothing to do for ${night} (done before, or turned off)`;
  const parts = Object.entries(thresholds).map(([cause, { from, to, samples }]) => `${cause} ${from} -> ${to} of ${samples}`);
  return `${workspace}: ${parts.join(", ")}`;
}
