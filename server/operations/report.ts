import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { FanswerError } from "../../lib/schema/errors.ts";
import { firstAnswerMs } from "../../lib/schema/lifecycle.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import type { Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { RunAgain } from "../db.ts";
import { lockMentions, type MentionRow } from "../store/mentions.ts";
import { insertReports, type ReportRow, updateReports } from "../store/reports.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy } from "../store/workspaces.ts";
import { triageSettingsOf } from "../triage-settings.ts";
import { type Ask, type ManyHandler, type Shared, Shown } from "./call.ts";
import { type Description, merge, ofRow, ofSighting } from "./description.ts";
import { firsts } from "./grouping.ts";
import { type Scoring, scoreAnew, scoreFirst } from "./scoring.ts";

type Report = Ask<"mention.report">;

/** The mention that a report is about. */
export const reportedId = ({ args }: Report): string => mentionId(args.site, args.postId);

function row(ask: Report, { postedAt, ...post }: Description, scoring: Scoring, firstSeenAt: Date): ReportRow {
  const { site, postId } = ask.args;
  const due = (postedAt === null ? firstSeenAt.getTime() : Date.parse(postedAt)) + firstAnswerMs;
  return {
    ...post,
    ...scoring,
    ...{ site, language: scoring.triage.lang },
    mention_id: reportedId(ask),
    post_id: postId,
    posted_at: postedAt,
    first_seen_at: firstSeenAt.toISOString(),
    due_at: new Date(due).toISOString(),
  };
}

/** Says which of the words the post was found by. */
const explainedBy =
  ({ args }: Report) =>
  (triage: Triage) =>
    withKeywordReason(triage, args.excerpt, args.hits);

/** What a first report makes of a post. */
function begun(ask: Report, at: Date, settings: TriageSettings): ReportRow {
  const post = ofSighting(ask.args, at);
  return row(ask, post, scoreFirst(post, at, settings, ask.args.triage, explainedBy(ask)), at);
}

/** What another report makes of a known one; null when it is no news. */
function refreshed(ask: Report, known: MentionRow, at: Date, settings: TriageSettings): ReportRow | null {
  const before = ofRow(known);
  const after = merge(before, ofSighting(ask.args, at));
  if (isDeepStrictEqual(after, before)) return null;
  const scoring = scoreAnew(known, after, settings, [ask.args.triage, known.scored ?? known.triage], explainedBy(ask));
  // Counts alone are no news until they change the score.
  if (isDeepStrictEqual({ ...after, counts: before.counts, triage: scoring.triage }, { ...before, triage: known.triage })) return null;
  return row(ask, after, scoring, known.first_seen_at);
}

/** Stores what is new. Rows that are there are locked by now; a row that another server makes needs the counter, which this one holds. */
async function store({ client, workspaceId, moved }: Shared, made: readonly ReportRow[], changed: readonly ReportRow[]): Promise<void> {
  const count = made.length + changed.length;
  if (count === 0) return;
  const { revision } = await one(client, raiseCounterBy, workspaceId, count);
  moved(revision);
  const base = revision - count;
  if (made.length > 0) {
    const inserted = await all(client, insertReports, workspaceId, JSON.stringify(made), base);
    // Another server stored one a moment ago: begin again and find it.
    if (inserted.length < made.length) throw new RunAgain();
  }
  if (changed.length > 0) await all(client, updateReports, workspaceId, JSON.stringify(changed), base + made.length);
}

/** Reports of different posts. */
async function reportEach(shared: Shared, asks: readonly Report[]): Promise<void> {
  const { client, workspaceId, at } = shared;
  const ids = asks.map(reportedId);
  const settings = await triageSettingsOf(client, workspaceId);
  const known = new Map((await all(client, lockMentions, workspaceId, ids)).map((found) => [found.mention_id, found]));
  const made: ReportRow[] = [];
  const changed: ReportRow[] = [];
  for (const ask of asks) {
    const before = known.get(reportedId(ask));
    if (before === undefined) {
      made.push(begun(ask, at, settings));
      continue;
    }
    const after = refreshed(ask, before, at, settings);
    if (after !== null) changed.push(after);
  }
  await store(shared, made, changed);
}

/** Sightings, of whichever devices: those of the same post become one mention. */
export const reportAll: ManyHandler<"mention.report"> = async (shared, asks) => {
  const isGood = (ask: Report) => v.is(MentionId, reportedId(ask));
  for (let left = asks.filter(isGood); left.length > 0; ) {
    // Those of the same post one after the other.
    const different = new Set(firsts(left, reportedId).values());
    await reportEach(shared, [...different]);
    left = left.filter((ask) => !different.has(ask));
  }
  return asks.map((ask) => (isGood(ask) ? new Shown(reportedId(ask)) : new FanswerError("malformed", "postId")));
};
