import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { KeptFor, MentionId, Reply } from "./mention.ts";
import type { OwnLevel } from "./people.ts";
import type { OwnPoints } from "./points.ts";
import { SiteId } from "./post.ts";
import { reviewVerdicts } from "./reviewing.ts";
import { LookFound, lookVerdicts } from "./second-look.ts";
import { Timestamp } from "./timestamp.ts";

/** How many of a member's own answers one request gives. */
export const answersPerPage = 25;

/**
 * What one's answers may be kept to: somebody was thanked, the post's author is still unhappy, a second reader said a word, that word was _wrong_, the
 * answer or its post is no longer there.
 */
export const answerKinds = ["thanked", "unhappy", "found", "wrong", "withdrawn"] as const;
export type AnswerKind = (typeof answerKinds)[number];

/** A place in a member's list, newest first: what comes after it is asked for. */
const Place = v.object({ at: Timestamp, mentionId: MentionId });

/** A published answer of one's own, and what became of it. */
export const OwnAnswer = v.object({
  ...Place.entries,
  site: SiteId,
  /** Whose post it answers, and how that begins. */
  post: KeptFor,
  permalink: Reply.entries.url,
  ...v.pick(Reply, ["text", "url", "proof"]).entries,
  /** A moderator took it back, and it counts no more. */
  isTakenBack: v.boolean(),
  /** The post that it answers was deleted on its site. */
  isPostGone: v.boolean(),
  /** What the post's author wrote below it last, where that was thanks or not. */
  mood: v.nullable(v.picklist(["thanks", "negative"])),
  found: v.nullable(LookFound),
});
export type OwnAnswer = v.InferOutput<typeof OwnAnswer>;

/** Which answers of one's own are asked for. */
export const OwnAnswersQuery = v.object({
  /** Null: all of them. */
  kind: v.nullable(v.picklist(answerKinds)),
  /** Null: from the newest on. */
  after: v.nullable(Place),
});

export const OwnAnswers = v.object({
  answers: v.pipe(v.array(OwnAnswer), v.maxLength(answersPerPage)),
  /** There are further ones behind the last. */
  isMore: v.boolean(),
});
export type OwnAnswers = v.InferOutput<typeof OwnAnswers>;

/** What became of what a member read: a draft of somebody else, or a published answer that was looked at again. */
const readEndings = [
  "thanked",
  "unhappy",
  "posted",
  "withdrawn",
  "with_staff",
  "approved",
  "in_review",
  "rejected",
  "writing",
  "let_go",
  "stands",
  "corrected",
  "deleted",
  "right",
] as const;

/** A word of one's own on what somebody else wrote, and what became of that. */
export const OwnReview = v.object({
  ...Place.entries,
  post: KeptFor,
  permalink: Reply.entries.url,
  /** The last word on that post's draft, or the word of a second look at its answer. */
  verdict: v.picklist([...reviewVerdicts, ...lookVerdicts]),
  became: v.picklist(readEndings),
});
export type OwnReview = v.InferOutput<typeof OwnReview>;

export const OwnReviewsQuery = v.object({ after: v.nullable(Place) });
export const OwnReviews = v.object({ reviews: v.pipe(v.array(OwnReview), v.maxLength(answersPerPage)), isMore: v.boolean() });
export type OwnReviews = v.InferOutput<typeof OwnReviews>;

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));
const Both = v.object({ week: Count, last: Count });

/** What a week is told by. */
export const weekCounts = ["answers", "thanked", "reviews", "looks", "points"] as const;

/** This week, from Monday in the workspace's calendar, beside the whole one before. */
export const OwnWeeks = v.object({ answers: Both, thanked: Both, reviews: Both, looks: Both, points: Both });
export type OwnWeeks = v.InferOutput<typeof OwnWeeks>;

/** How many rows of one's data a request gives at most. */
export const dataPerPage = 100;

/** A place in one's data: which part, from which of its rows on. */
export const OwnDataPlace = v.object({ part: v.pipe(v.string(), v.maxLength(40)), from: Count });

/** Rows of one part of what the server holds of a member, each as JSON; `next`: where it goes on, null at the end. */
export const OwnData = v.object({
  part: OwnDataPlace.entries.part,
  rows: v.pipe(v.array(v.pipe(v.string(), v.maxLength(200_000))), v.maxLength(dataPerPage)),
  next: v.nullable(OwnDataPlace),
});
export type OwnData = v.InferOutput<typeof OwnData>;

/** What the page of one's own work shows at first, as the server told it at a moment (epoch ms of this device). */
export interface OwnPage {
  readonly atMs: number;
  readonly level: OwnLevel;
  readonly points: OwnPoints;
  readonly weeks: OwnWeeks;
  readonly answers: OwnAnswers;
  readonly reviews: OwnReviews;
}
