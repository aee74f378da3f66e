import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import { MentionId, Reply } from "./mention.ts";
import { Timestamp } from "./timestamp.ts";

/**
 * What earns points, and how many: work that helps the community, once it has proved right. Nothing for publishing, claiming, seeing or speed; what a site
 * calls paying for posts cannot be written into this ledger.
 */
export const pointsFor = {
  /** What a member proposed for a post was agreed to by staff. */
  proposal_agreed: 3,
  /** A draft that its readers found good as it was, whether or not it was posted. */
  draft_approved: 2,
  /** A draft that the member had found good was posted, and the post's author gave thanks for it. */
  review_proved: 2,
  /** A published answer was looked at again when the server asked; not where staff found that the word was wrong. */
  second_look: 1,
  /** An answer on record that the member proposed was used by somebody else in a published answer; once a day for each of them. */
  knowledge_used: 1,
} as const;
export type PointSource = keyof typeof pointsFor;
export const pointSources = Object.keys(pointsFor) as PointSource[];

/** More count on no day of the workspace's calendar. */
export const mostPointsADay = 20;

/** What staff may still take back counts only after so long, in ms. */
export const provenAfterMs = 24 * 60 * 60_000;

/** How many lines of the ledger a member reads. */
export const shownLines = 100;

const Points = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted));

/** One line of a member's ledger. */
const PointLine = v.object({
  source: v.picklist(pointSources),
  /** 0 where the day's most was reached before. */
  points: v.pipe(Points, v.maxValue(mostPointsADay)),
  /** On which post; null once that is deleted. */
  mentionId: v.nullable(MentionId),
  /** Where that stands; servers of before do not say. */
  link: v.optional(Reply.entries.url, null),
  /** When what earned it happened. */
  at: Timestamp,
});
export type PointLine = v.InferOutput<typeof PointLine>;

/** A member's points: of all that is kept, of the week, and the latest lines. */
export const OwnPoints = v.object({
  total: Points,
  /** What came since Monday, in the workspace's calendar. */
  week: Points,
  lines: v.pipe(v.array(PointLine), v.maxLength(shownLines)),
});
export type OwnPoints = v.InferOutput<typeof OwnPoints>;
