import { isDeepStrictEqual } from "node:util";
import * as v from "valibot";
import { firstAnswer, sooner } from "../../lib/clock/first-answer.ts";
import type { ClockSettings } from "../../lib/schema/clock.ts";
import { FanswerError } from "../../lib/schema/errors.ts";
import { proposesOnly } from "../../lib/schema/level-rules.ts";
import { MentionId, mentionId } from "../../lib/schema/mention.ts";
import { isDanger, type Route, type Triage } from "../../lib/schema/triage.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { isPermalinkOf } from "../../lib/sites/own-links.ts";
import { profiles } from "../../lib/sites/profiles.ts";
import { withKeywordReason } from "../../lib/triage/keyword-reason.ts";
import { firsts } from "../grouping.ts";
import { objectionsAmong } from "../store/erasure.ts";
import { lockMentions, type MentionRow } from "../store/mentions.ts";
import {
  insertReports,
  keepSightings,
  type NewReportRow,
  putSightings,
  type ReportRow,
  sightingsOf,
  updateReports,
} from "../store/reports.ts";
import { all, one } from "../store/statement.ts";
import { raiseCounterBy, reportTerms } from "../store/workspaces.ts";
import { readTriageSettings } from "../triage.ts";
import type { FirstWords } from "../trust/words.ts";
import { type Ask, type ManyHandler, type Shared, ShownMention } from "./call.ts";
import {
  type Description,
  isCut,
  mergeDescriptions,
  ofRow,
  ofSighting,
  pickWords,
  tellsSame,
  type Witness,
  type Words,
} from "./description.ts";
import { orRunAgain } from "./once.ts";
import { noteRule } from "./rule-notes.ts";
import { type Scoring, scoreAnew, scoreFirst } from "./scoring.ts";

type Report = Ask<"mention.report">;

/** The mention that a report is about. */
export const reportedId = ({ args }: Report): string => mentionId(args.site, args.postId);

/** Where keywords stand in it: as the server reads it, or where that cannot say as the device does. */
const hitsOf = ({ args, found }: Report) => [...(found ?? args.hits)];
const seen = (ask: Report, at: Date): Description => ofSighting({ ...ask.args, hits: hitsOf(ask) }, at);

/** What a workspace says about the posts reported to it. */
interface Terms {
  readonly settings: TriageSettings;
  readonly clock: ClockSettings;
}

function row(ask: Report, { postedAt, ...post }: Description, scoring: Scoring): ReportRow {
  return { ...post, ...scoring, mention_id: reportedId(ask), posted_at: postedAt, language: scoring.triage.lang };
}

/** Says which of the words the post was found by. */
const explainedBy = (ask: Report) => (triage: Triage) => withKeywordReason(triage, ask.args.excerpt, hitsOf(ask));

/** Scores the post of a report as one that is first seen at `at`. */
export function firstScoring(ask: Report, at: Date, settings: TriageSettings): Scoring {
  return scoreFirst(seen(ask, at), at, settings, ask.args.triage, explainedBy(ask));
}

/** What a first report makes of a post. */
function begun(ask: Report, now: Date, { settings, clock }: Terms): NewReportRow {
  const { at, scoring } = ask.ahead?.version === settings.version ? ask.ahead : { at: now, scoring: firstScoring(ask, now, settings) };
  const post = seen(ask, at);
  const usual = firstAnswer(clock, post.postedAt === null ? at.getTime() : Date.parse(post.postedAt));
  const { dueMs, warnMs } = isDanger(scoring.triage.hazard) ? sooner(usual, at.getTime()) : usual;
  return {
    ...row(ask, post, scoring),
    site: ask.args.site,
    post_id: ask.args.postId,
    reported_by: ask.device.member.id,
    by_hand: hitsOf(ask).length === 0,
    first_seen_at: at.toISOString(),
    due_at: new Date(dueMs).toISOString(),
    warn_at: new Date(warnMs).toISOString(),
  };
}

/**
 * Whether what nobody can check counts, such as how many saw the post, and what a device read behind the excerpt: not where it is a newcomer's word on a
 * post that somebody else reported.
 */
const isBelieved = ({ device }: Report, known: MentionRow): boolean =>
  known.reported_by === device.member.id || !proposesOnly(device.member, device.levels);

/** The device has read the rest of a text that is cut here, and for that would have staff see it. */
function readsMore(ask: Report, post: Description, known: MentionRow): boolean {
  const { route } = known.scored ?? known.triage;
  return isCut(post) && ask.args.triage.route !== "community" && route === "community" && isBelieved(ask, known);
}

/** What another report makes of a known one; null when it is no news. */
function refreshed(ask: Report, known: MentionRow, at: Date, { settings }: Terms, witness: Witness): ReportRow | null {
  const before = ofRow(known);
  const told = seen(ask, at);
  const after = mergeDescriptions(before, isBelieved(ask, known) ? told : { ...told, counts: before.counts }, witness);
  // What the site counts is no news until it changes what is said of the post.
  const isCounted = isDeepStrictEqual({ ...after, counts: before.counts }, before) && tellsSame(after, before);
  if (isCounted && !readsMore(ask, after, known)) return null;
  const scored = known.scored ?? known.triage;
  const scoring = scoreAnew(known, after, settings, isBelieved(ask, known) ? [ask.args.triage, scored] : [scored], explainedBy(ask));
  return row(ask, after, scoring);
}

/** Keeps what the first reporters said of posts on whose words others agreed now: it comes back when those turn out to be one person. */
function keepFirstWords({ client, workspaceId, at, later }: Shared, replaced: readonly MentionRow[]): void {
  const rows = replaced.flatMap((row) => (row.reported_by === null ? [] : [{ row, by: row.reported_by }]));
  if (rows.length === 0) return;
  const said = rows.map(({ row }): FirstWords => {
    const before = ofRow(row);
    return { ...pickWords(before), labels: before.labels, triage: row.scored ?? row.triage };
  });
  const ids = rows.map(({ row }) => row.mention_id);
  const members = rows.map(({ by }) => by);
  later(
    all(
      client,
      keepSightings,
      workspaceId,
      ids,
      members,
      said.map((each) => JSON.stringify(each)),
      at,
    ),
  );
}

/**
 * Stores what is new, in statements that are under way when it returns. Rows that are there are locked by now; a row that another server makes needs
 * the counter, which this one holds, or was made a moment before: then everything begins again and finds it.
 */
function store({ client, workspaceId, moved, later }: Shared, made: readonly NewReportRow[], changed: readonly ReportRow[]): void {
  if (made.length > 0) {
    later(one(client, raiseCounterBy, workspaceId, made.length).then(({ revision }) => moved(revision)));
    later(all(client, insertReports, workspaceId, JSON.stringify(made), made.length).catch(orRunAgain));
  }
  if (changed.length > 0) {
    const stored = one(client, updateReports, workspaceId, JSON.stringify(changed), changed.length);
    later(stored.then(({ revision }) => moved(revision)));
  }
}

/** Keeps what members say of posts that others reported first, where it is something else; gives for each report who says it, and what the rest said. */
async function hear(
  { client, workspaceId, at, later }: Shared,
  asks: readonly Report[],
  known: ReadonlyMap<string, MentionRow>,
): Promise<(ask: Report) => Witness> {
  const wordsIn = (ask: Report) => pickWords(seen(ask, at));
  const different = asks.filter((ask) => {
    const row = known.get(reportedId(ask));
    return row && row.reported_by !== ask.device.member.id && !isDeepStrictEqual(wordsIn(ask), pickWords(ofRow(row)));
  });
  const said = different.length === 0 ? [] : await all(client, sightingsOf, workspaceId, different.map(reportedId));
  if (different.length > 0) {
    const members = different.map(({ device }) => device.member.id);
    later(
      all(
        client,
        putSightings,
        workspaceId,
        different.map(reportedId),
        members,
        different.map((ask) => JSON.stringify(wordsIn(ask))),
        at,
      ),
    );
  }
  return (ask) => {
    if (known.get(reportedId(ask))?.reported_by === ask.device.member.id) return { isFirst: true };
    const others = said.filter(({ mention_id, member_id }) => mention_id === reportedId(ask) && member_id !== ask.device.member.id);
    return { isFirst: false, others: others.map(({ said: words }) => words as Words) };
  };
}

/** Reports of different posts. */
async function reportEach(shared: Shared, asks: readonly Report[]): Promise<void> {
  const { client, workspaceId, at } = shared;
  const ids = asks.map(reportedId);
  const [{ triage, clock }, rows] = await Promise.all([one(client, reportTerms, workspaceId), all(client, lockMentions, workspaceId, ids)]);
  const terms: Terms = { settings: readTriageSettings(triage), clock };
  const known = new Map(rows.map((found) => [found.mention_id, found]));
  const witnessOf = await hear(shared, asks, known);
  const made: NewReportRow[] = [];
  const changed: ReportRow[] = [];
  const sent: { ask: Report; route: Route }[] = [];
  const replaced: MentionRow[] = [];
  for (const ask of asks) {
    const before = known.get(reportedId(ask));
    const fresh = before === undefined ? begun(ask, at, terms) : null;
    const witness = witnessOf(ask);
    const after = before === undefined ? null : refreshed(ask, before, at, terms, witness);
    if (
      before &&
      after &&
      !witness.isFirst &&
      !isDeepStrictEqual(pickWords({ ...after, postedAt: after.posted_at }), pickWords(ofRow(before)))
    )
      replaced.push(before);
    if (fresh !== null) made.push(fresh);
    if (after !== null) changed.push(after);
    const { route } = fresh ?? after ?? { route: "community" };
    if (route !== "community" && route !== before?.route) sent.push({ ask, route });
  }
  store(shared, made, changed);
  keepFirstWords(shared, replaced);
  shared.later(
    noteRule(
      shared,
      "rule.triage",
      sent.map(({ ask, route }) => ({ entryId: ask.operationId, mentionId: reportedId(ask), detail: { route } })),
    ),
  );
}

/**
 * Why a report is refused as it is: what it names is no post, its link leads to another one or elsewhere, it is the brand's own, or it tells of
 * keywords that do not stand in it.
 */
async function problemOf(ask: Report): Promise<FanswerError | null> {
  const { site, postId, permalink, hits } = ask.args;
  if (!v.is(MentionId, reportedId(ask))) return new FanswerError("malformed", "postId");
  // Of a page that no reader of ours knows its link is all there is.
  const isOwn = permalink === null ? profiles[site].links !== null : await isPermalinkOf(site, postId, permalink);
  if (!isOwn) return new FanswerError("link_refused", "permalink");
  // Devices of before know this code, and forget what they reported.
  if (ask.isOwn) return new FanswerError("no_keyword", "own_handle");
  return hits.length > 0 && ask.found?.length === 0 ? new FanswerError("no_keyword") : null;
}

/** Of the authors of these reports those who objected to being collected. */
async function objectorsAmong({ client, workspaceId }: Shared, asks: readonly Report[]): Promise<ReadonlySet<string>> {
  const persons = asks.flatMap(({ person }) => person ?? []);
  if (persons.length === 0) return new Set();
  return new Set((await all(client, objectionsAmong, { workspaceId, persons })).map(({ person }) => person.toString("hex")));
}

/** Said as of a post in which no keyword stands: the device forgets what it reported, and nobody learns who objected. */
const objectionOf = ({ person }: Report, objectors: ReadonlySet<string>): FanswerError | null =>
  person && objectors.has(person.toString("hex")) ? new FanswerError("no_keyword") : null;

/** Sightings, of whichever devices: those of the same post become one mention. */
export const reportAll: ManyHandler<"mention.report"> = async (shared, asks) => {
  const objectors = await objectorsAmong(shared, asks);
  const refused = new Map(
    await Promise.all(asks.map(async (ask) => [ask, (await problemOf(ask)) ?? objectionOf(ask, objectors)] as const)),
  );
  for (let left = asks.filter((ask) => !refused.get(ask)); left.length > 0; ) {
    // Those of the same post one after the other.
    const different = new Set(firsts(left, reportedId).values());
    await reportEach(shared, [...different]);
    left = left.filter((ask) => !different.has(ask));
  }
  return asks.map((ask) => refused.get(ask) ?? new ShownMention(reportedId(ask)));
};
