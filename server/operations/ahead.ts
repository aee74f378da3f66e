import { setImmediate as breath } from "node:timers/promises";
import type { Pool } from "pg";
import { isOwnHandle } from "../../lib/schema/brand.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import type { FindKeywords, KeywordsOf } from "../keywords.ts";
import type { Keyring } from "../models/keyring.ts";
import { type PersonHash, personHash } from "../models/person-key.ts";
import { type Outlook, reportOutlook } from "../store/reports.ts";
import { one } from "../store/statement.ts";
import { readTriageSettings } from "../triage.ts";
import type { Ask } from "./call.ts";
import { isCut } from "./description.ts";
import { firstScoring, reportedId } from "./report.ts";

/** For how long posts are read before other work gets a turn. */
const sliceMs = 1;

const isReport = (asked: Ask | FanswerError): asked is Ask<"mention.report"> =>
  !(asked instanceof FanswerError) && asked.name === "mention.report";

function looked(given: Ask<"mention.report">, { own }: Outlook, find: FindKeywords | null, hash: PersonHash | null): Ask<"mention.report"> {
  const { site, author } = given.args;
  const report = hash && author.handle !== null ? { ...given, person: hash(site, author.handle) } : given;
  if (own !== null && isOwnHandle({ handles: own }, site, author.handle)) return { ...report, isOwn: true };
  return find ? { ...report, found: find(report.args, isCut(report.args)) } : report;
}

/** Looks for the keywords in reports, and gives those of posts that nobody knows the scores that they get if the settings stay; changes nothing else. */
export type LookAhead = (workspaceId: string, asked: readonly (Ask | FanswerError)[]) => Promise<readonly (Ask | FanswerError)[]>;

/**
 * Reading is most of what a report costs. It is done before the transaction, beside the database's work for others and while no lock
 * is held. One request's reports at a time, in slices.
 */
export function createLookAhead(pool: Pool, now: () => Date, keywordsOf: KeywordsOf, keys: Pick<Keyring, "open">): LookAhead {
  let last: Promise<unknown> = Promise.resolve();

  async function read(
    asked: readonly (Ask | FanswerError)[],
    outlook: Outlook,
    find: FindKeywords | null,
    hash: PersonHash | null,
  ): Promise<(Ask | FanswerError)[]> {
    const at = now();
    const settings = readTriageSettings(outlook.triage);
    const isKnown = new Set(outlook.known);
    const ahead = (report: Ask<"mention.report">): Ask => {
      try {
        return { ...report, ahead: { at, version: settings.version, scoring: firstScoring(report, at, settings) } };
      } catch {
        // A report that cannot be scored is refused later, by its handler.
        return report;
      }
    };
    const scored: (Ask | FanswerError)[] = [];
    let begunMs = performance.now();
    for (const each of asked) {
      const report = isReport(each) ? looked(each, outlook, find, hash) : null;
      scored.push(report && !isKnown.has(reportedId(report)) ? ahead(report) : (report ?? each));
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
      const [find, hash] = await Promise.all([keywordsOf(workspaceId, outlook.lists), personHash(pool, keys, workspaceId)]);
      const scored = last.then(() => read(asked, outlook, find, hash));
      last = scored.catch(() => {});
      return await scored;
    } catch {
      // Without the database there is nothing to score by; the transaction will say so.
      return asked;
    }
  };
}
