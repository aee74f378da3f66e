import { type Cause, causes, type Threshold, type TriageSettings } from "../../lib/schema/triage-settings.ts";
import { refitted } from "../../lib/triage/refit.ts";
import type { Verdict } from "../../lib/triage/verdicts.ts";
import type { Deps } from "../deps.ts";
import { nextRevision } from "../operations/call.ts";
import { transaction } from "../store/pool.ts";
import { first } from "../store/statement.ts";
import { beginRefit, putTriageSettings } from "../store/triage-settings.ts";
import { triageSettingsOf } from "../triage.ts";
import { recentVerdicts } from "./calibrate.ts";

/** What one night's refit changed of one threshold. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly samples: number;
}

/** What one night's refit changed in a workspace. */
export interface Refit {
  readonly workspace: string;
  /** The day of the refit in UTC, as YYYY-MM-DD. */
  readonly night: string;
  /** Null when it was done before, or the admin has turned it off. */
  readonly thresholds: Readonly<Record<Cause, Change>> | null;
}

function refitAll({ thresholds }: TriageSettings, verdicts: readonly Verdict[]) {
  const of = (cause: Cause) => {
    const samples = verdicts.filter((verdict) => verdict.cause === cause);
    const to = refitted(thresholds[cause], samples, cause);
    return { to, change: { from: thresholds[cause].value, to: to.value, samples: samples.length } };
  };
  const each = causes.map((cause) => [cause, of(cause)] as const);
  return {
    thresholds: Object.fromEntries(each.map(([cause, { to }]) => [cause, to])) as Record<Cause, Threshold>,
    changes: Object.fromEntries(each.map(([cause, { change }]) => [cause, change])) as Record<Cause, Change>,
  };
}

/** Refits a workspace's thresholds from what its staff said, once a night whoever asks and however often. */
export async function refitWorkspace({ pool, now, wake }: Pick<Deps, "pool" | "now" | "wake">, id: string): Promise<Refit> {
  const at = now();
  const night = at.toISOString().slice(0, 10);
  const verdicts = await recentVerdicts({ pool, now }, id);
  const done = await transaction(pool, async (client) => {
    const settings = await triageSettingsOf(client, id);
    if (!settings.refit) return null;
    const { thresholds, changes } = refitAll(settings, verdicts);
    if (!(await first(client, beginRefit, id, night, JSON.stringify(changes), at))) return null;
    if (causes.every((cause) => changes[cause].from === changes[cause].to)) return { changes, revision: 0 };
    const revision = await nextRevision(client, id);
    const next = JSON.stringify({ ...settings, thresholds, version: settings.version + 1 });
    const put = await first(client, putTriageSettings, id, next, settings.version, revision);
    // An admin changed the settings meanwhile: theirs stand, and the next night refits them.
    if (!put) throw new Error("the settings moved meanwhile");
    return { changes, revision };
  });
  if (done && done.revision > 0) wake.moved(id, done.revision);
  return { workspace: id, night, thresholds: done?.changes ?? null };
}
