import { setImmediate as breath } from "node:timers/promises";
import type { Pool } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { triageSettingsOf } from "../triage-settings.ts";
import type { Ask } from "./call.ts";
import { firstScoring } from "./report.ts";

/** How long posts are scored before others get a turn. */
const sliceMs = 1;

const isReport = (asked: Ask | FanswerError): asked is Ask<"mention.report"> =>
  !(asked instanceof FanswerError) && asked.name === "mention.report";

/** Gives each report the scores that its post gets if it is new and the settings stay; changes nothing else. */
export type LookAhead = (workspaceId: string, asked: readonly (Ask | FanswerError)[]) => Promise<readonly (Ask | FanswerError)[]>;

/**
 * Scoring is most of what a report costs. It is done before the transaction, beside the database's work for others and while no lock
 * is held. One request's reports at a time, in slices.
 */
export function createLookAhead(pool: Pool, now: () => Date): LookAhead {
  let last: Promise<unknown> = Promise.resolve();

  async function score(asked: readonly (Ask | FanswerError)[], settings: TriageSettings): Promise<(Ask | FanswerError)[]> {
    const at = now();
    const scored: (Ask | FanswerError)[] = [];
    let begunMs = performance.now();
    for (const each of asked) {
      scored.push(isReport(each) ? { ...each, ahead: { at, version: settings.version, scoring: firstScoring(each, at, settings) } } : each);
      if (performance.now() - begunMs < sliceMs) continue;
      await breath();
      begunMs = performance.now();
    }
    return scored;
  }

  return async (workspaceId, asked) => {
    if (!asked.some(isReport)) return asked;
    try {
      const settings = await triageSettingsOf(pool, workspaceId);
      const scored = last.then(() => score(asked, settings));
      last = scored.catch(() => {});
      return await scored;
    } catch {
      // What cannot be scored now is scored in its transaction, or refused there.
      return asked;
    }
  };
}
