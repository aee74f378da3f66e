import * as v from "valibot";
import { Id } from "./keywords.ts";
import { longestLabel, mostCounted, mostOf } from "./limits.ts";
import { MentionId } from "./mention.ts";
import { Day, Timestamp } from "./timestamp.ts";
import { Route } from "./triage.ts";

/** Over how many days posts are given one by one, and how many at once. */
export const postRowDays = 30;
export const postRowsAtOnce = 1_000;

const Word = v.pipe(v.string(), v.maxLength(60));

/** What was counted of one post, without a word of it and without its author. */
export const PostRow = v.object({
  mentionId: MentionId,
  /** When it was first seen, in the workspace's zone. */
  day: Day,
  hour: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23)),
  askedAt: Timestamp,
  site: Word,
  language: Word,
  route: Route,
  kind: Word,
  labels: v.pipe(v.array(v.pipe(v.string(), v.maxLength(longestLabel))), v.maxLength(mostOf.labels)),
  lists: v.pipe(v.array(Id), v.maxLength(mostOf.lists)),
  /** `answered`, or where it is lost or waits: a key of `Lost`. */
  place: Word,
  /** From when it was posted to the first answer; null while there is none. */
  answerMs: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted))),
  byCommunity: v.boolean(),
});
export type PostRow = v.InferOutput<typeof PostRow>;

/** `after`: the last mention of the page before; null for the first page. */
export const PostRowsQuery = v.strictObject({ after: v.nullable(MentionId) });

/** A page of them in the order of their ids; one that is not full is the last. */
export const PostRows = v.pipe(v.array(PostRow), v.maxLength(postRowsAtOnce));

/** The columns of such rows in a file. */
export const postColumns = [
  ...["mention", "first_seen_day", "first_seen_hour", "posted_at", "site", "language", "route", "kind", "labels", "lists"],
  ...["place", "first_answer_seconds", "by_community"],
] as const;

/** A row as cells of these columns; several in one cell are told apart by `|`. */
export function postCells(row: PostRow): string[] {
  const { mentionId, day, hour, askedAt, site, language, route, kind, labels, lists, place, answerMs, byCommunity } = row;
  const seconds = answerMs === null ? "" : String(Math.round(answerMs / 1_000));
  const many = [labels.join("|"), lists.join("|")];
  return [mentionId, day, String(hour), askedAt, site, language, route, kind, ...many, place, seconds, byCommunity ? "yes" : "no"];
}
