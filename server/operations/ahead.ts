import { setImmediate as breath } from "node:timers/promises";
import type { Pool } from "pg";
import { FanswerError } from "../../lib/schema/errors.ts";
import { type Outlook, reportOutlook } from "../store/reports.ts";
import { one } from "../store/statement.ts";
import { readTriageSettings } from "../triage-settings.ts";
import type { Ask } from "./call.ts";
import { firstScoring, reportedId } from "./report.ts";

/** How long posts are scored before others get a turn. */
const sliceMs = 1;

const isReport = (asked: Ask | FanswerError): asked is Ask<"mention.report"> =>
  !(asked instanceof FanswerError) && asked.name === "mention.report";

/** Gives each report of a post that nobody knows the scores that it gets if the settings stay; changes nothing else. */
export type LookAhead = (workspaceId: string, asked: readonly (Ask | FanswerError)[]) => Promise<readonly (Ask | FanswerError)[]>;

/**
 * Scoring is most of what a report costs. It is done before the transaction, beside the database's work for others and while no lock
 * is held. One request's reports at a time, in slices.
 */
export function createLookAhead(pool: Pool, now: () => Date): LookAhead {
  let last: Promise<unknown> = Promise.resolve();

  async function score(asked: readonly (Ask | FanswerError)[], { triage, known }: Outlook): Promise<(Ask | FanswerError)[]> {
    const at = now();
    const settings = readTriageSettings(triage);
    const isKnown = new Set(known);
    const ahead = (report: Ask<"mention.report">): Ask => {
      try {
        return { ...report, ahead: { at, version: settings.version, scoring: firstScoring(report, at, settings) } };
      } catch {
        // What cannot be scored is refused in its transaction.
        return report;
      }
    };
    const scored: (Ask | FanswerError)[] = [];
    let begunMs = performance.now();
    for (const each of asked) {
      scored.push(isReport(each) && !isKnown.has(reportedId(each)) ? ahead(each) : each);
      if (performance.now() - begunMs < sliceMs) continue;
      await breath();
      begunMs = performance.now();
    }
    return scored;
  }

  return async (workspaceId, asked) => {
    const reports = asked.filter(isReport);
    if (reports.length === 0) return asked;
    try {
      const outlook = await one(pool, reportOutlook, workspaceId, reports.map(reportedId));
      const scored = last.then(() => score(asked, outlook));
      last = scored.catch(() => {});
      return await scored;
    } catch {
      // Without the database there is nothing to score by; the transaction will say so.
      return asked;
    }
  };
}
