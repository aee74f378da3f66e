import { isDeepStrictEqual } from "node:util";
import { review } from "../../lib/schema/reviewing.ts";
import type { TriageSettings } from "../../lib/schema/triage-settings.ts";
import { overruled } from "../../lib/triage/overrules.ts";
import { minutesSince, queuePriority } from "../../lib/triage/priority.ts";
import { grouped } from "../grouping.ts";
import type { MentionRow } from "../store/mentions.ts";
import { type ReportRow, sightingsOf, updateReports } from "../store/reports.ts";
import { holdForReview, moveReview } from "../store/reviews.ts";
import { all, one } from "../store/statement.ts";
import {
  type DraftReview,
  dropDraftsOf,
  dropReviewsOf,
  type OpenDraft,
  openDraftsOn,
  openReviewsOn,
  putBackDrafts,
  putBackReviews,
} from "../store/taken-texts.ts";
import { reportTerms } from "../store/workspaces.ts";
import { readTriageSettings } from "../triage.ts";
import type { QueuePlace, Whose } from "../trust/place.ts";
import { textsWithout } from "../trust/texts.ts";
import { type FirstWords, type SaidWords, wordsWithout } from "../trust/words.ts";
import type { OperationCall } from "./call.ts";
import { ofRow, pickWords } from "./description.ts";
import { lacking } from "./review.ts";
import { isHeld } from "./rules.ts";

/** What of the texts around a post changes when a member's actions are taken back: the draft, its reviews, the post's own words. Null: nothing. */
export interface TextsChange {
  readonly draft: OpenDraft | null;
  readonly dropsDraft: boolean;
  readonly reviews: readonly DraftReview[];
  readonly isOpenAgain: boolean;
  /** The post's words without that member's reports, and as they were before. */
  readonly report: { readonly before: ReportRow; readonly after: ReportRow } | null;
}

/** What is kept of the former texts, so that the taking back can be undone. */
export interface TextsBefore {
  readonly drafts: readonly unknown[];
  readonly reviews: readonly unknown[];
  readonly report: ReportRow | null;
}

export const textsBefore = ({ draft, dropsDraft, reviews, isOpenAgain, report }: TextsChange): TextsBefore => ({
  drafts: draft && (dropsDraft || isOpenAgain) ? [draft.whole] : [],
  reviews: reviews.map(({ whole }) => whole),
  report: report?.before ?? null,
});

function reportOf(row: MentionRow): ReportRow {
  const { postedAt, ...post } = ofRow(row);
  const { mention_id, triage, scored, priority, status, route } = row;
  return { ...post, posted_at: postedAt, mention_id, triage, scored, language: triage.lang, priority, status, route };
}

/** The post with the words of its first reporter again, and with the scores that they had. */
function reportWithout(row: MentionRow, said: readonly SaidWords[], whose: Whose, settings: TriageSettings): ReportRow | null {
  const words = wordsWithout(pickWords(ofRow(row)), said, row.reported_by, whose);
  const first = said.find(({ member_id }) => member_id === row.reported_by)?.said as FirstWords | undefined;
  if (!words || !first) return null;
  const before = reportOf(row);
  const { postedAt, ...rest } = words;
  const after = { ...before, ...rest, posted_at: postedAt };
  if (words.excerpt === row.excerpt) return after;
  const minutes = minutesSince(postedAt, row.first_seen_at.getTime());
  const triage = overruled(first.triage, row.overrules, minutes, settings);
  // A post that went to staff only because of the words that are gone now returns to its former route.
  const isBack = row.status === "escalated" && !row.routed_by_person && first.triage.route === "community";
  return {
    ...after,
    labels: first.labels,
    triage,
    scored: row.overrules.length > 0 ? first.triage : null,
    language: triage.lang,
    priority: queuePriority(triage.priority, settings.patienceMinutes),
    ...(isBack && { status: "open", route: "community" }),
  };
}

/** For each post, what changes of its texts without what one member wrote, reviewed and reported. */
export async function textsOf(
  call: OperationCall,
  rows: readonly MentionRow[],
  whose: Whose,
): Promise<(row: MentionRow) => TextsChange | null> {
  const { client, workspaceId } = call;
  const ids = rows.map(({ mention_id }) => mention_id);
  const [drafts, reviews, sightings, terms] = await Promise.all([
    all(client, openDraftsOn, workspaceId, ids),
    all(client, openReviewsOn, workspaceId, ids),
    all(client, sightingsOf, workspaceId, ids),
    one(client, reportTerms, workspaceId),
  ]);
  const draftOf = new Map(drafts.map((draft) => [draft.mention_id, draft]));
  const reviewsOf = grouped(reviews, ({ mention_id }) => mention_id);
  const saidOf = grouped(sightings, ({ mention_id }) => mention_id);
  const settings = readTriageSettings(terms.triage);
  return (row) => {
    const draft = draftOf.get(row.mention_id) ?? null;
    const change = textsWithout(draft, reviewsOf.get(row.mention_id) ?? [], whose);
    const after = reportWithout(row, (saidOf.get(row.mention_id) ?? []) as SaidWords[], whose, settings);
    if (!change.dropsDraft && change.reviews.length === 0 && after === null) return null;
    return { draft, ...change, report: after && { before: reportOf(row), after } };
  };
}

/** Where a post stands, its former words considered. */
export const placed = (place: QueuePlace, { report }: TextsChange): QueuePlace =>
  report && !isDeepStrictEqual([report.before.status, report.before.route], [report.after.status, report.after.route])
    ? { ...place, status: report.after.status, route: report.after.route }
    : place;

/** Writes the posts with their former words and where they stand. */
async function writeReports(call: OperationCall, reports: readonly ReportRow[]): Promise<void> {
  if (reports.length === 0) return;
  call.moved((await one(call.client, updateReports, call.workspaceId, JSON.stringify(reports), reports.length)).revision);
}

/** Deletes the member's drafts and reviews; a draft that nobody else sent back goes to the reviewers again. */
export async function writeTexts(
  call: OperationCall,
  changes: readonly (readonly [MentionRow, TextsChange])[],
  { memberId, since }: Whose,
): Promise<void> {
  const { client, workspaceId, at } = call;
  const ids = changes.map(([{ mention_id }]) => mention_id);
  await all(client, dropReviewsOf, workspaceId, ids, memberId, since);
  const dropped = changes.flatMap(([{ mention_id }, { dropsDraft }]) => (dropsDraft ? [mention_id] : []));
  await all(client, dropDraftsOf, workspaceId, dropped, memberId);
  for (const [row, { draft, isOpenAgain }] of changes) {
    if (!draft || !isOpenAgain) continue;
    const { needs, needsUnlike } = await lacking(call, draft);
    const isWaitedFor = draft.status === "in_review" || (isHeld(row, at) && row.holder === draft.author);
    const status = needs === 0 ? "approved" : isWaitedFor ? "in_review" : "writing";
    await all(client, moveReview, { workspaceId, mentionId: row.mention_id, status, needs, needsUnlike, reason: null, at });
    if (status === "in_review")
      await all(
        client,
        holdForReview,
        workspaceId,
        row.mention_id,
        draft.author,
        new Date(at.getTime() + review.leaseMs),
        await call.raise(),
      );
  }
  await writeReports(
    call,
    changes.flatMap(([, { report }]) => report?.after ?? []),
  );
}

/** Restores the texts when a taking back is undone. Taking back of older releases kept none. */
export async function putBackTexts(call: OperationCall, befores: readonly (TextsBefore | undefined)[]): Promise<void> {
  const { client, workspaceId } = call;
  const [drafts, reviews] = [befores.flatMap((each) => each?.drafts ?? []), befores.flatMap((each) => each?.reviews ?? [])];
  await all(client, putBackDrafts, workspaceId, JSON.stringify(drafts));
  await all(client, putBackReviews, workspaceId, JSON.stringify(reviews));
  await writeReports(
    call,
    befores.flatMap((each) => each?.report ?? []),
  );
}
