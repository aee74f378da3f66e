import * as v from "valibot";
import { mostCounted } from "./limits.ts";
import type { PointSource } from "./points.ts";
import { Timestamp } from "./timestamp.ts";

/**
 * What badges are counted by: lines of the ledger of points, which are kept for a year (`PointSource`), and beside them
 * `thanks`: answers for which the post's author thanked, in the days that count for levels;
 * `mended`: answers that the member found wrong at a second look, and that were corrected or deleted then;
 * `kinds`: how many sources of points they have a line of; `level`: the level that their answers lifted them to.
 */
export type Deed = PointSource | "thanks" | "mended" | "kinds" | "level";

/** Every badge with its exact mark: how many of what, all of it found right by somebody else. Nothing counts hours, days in a row, speed or posts published. */
export const badgeMarks = {
  first_help: { of: "thanks", mark: 1 },
  good_neighbour: { of: "thanks", mark: 10 },
  first_draft: { of: "draft_approved", mark: 1 },
  clear_words: { of: "draft_approved", mark: 10 },
  first_review: { of: "review_proved", mark: 1 },
  teacher: { of: "review_proved", mark: 10 },
  keen_eye: { of: "proposal_agreed", mark: 1 },
  sound_judgement: { of: "proposal_agreed", mark: 10 },
  second_eyes: { of: "second_look", mark: 10 },
  safety_net: { of: "mended", mark: 1 },
  all_rounder: { of: "kinds", mark: 4 },
  trusted_hand: { of: "level", mark: 3 },
} as const satisfies Record<string, { readonly of: Deed; readonly mark: number }>;
export type BadgeId = keyof typeof badgeMarks;
export const badgeNames = Object.keys(badgeMarks) as BadgeId[];

/** Whether this version knows the badge: a newer server may have others. */
export const isBadge = (name: string): name is BadgeId => Object.hasOwn(badgeMarks, name);

/** A badge as a server says it. */
const Named = v.pipe(v.string(), v.minLength(1), v.maxLength(40));
/** Badges that were earned and of which their member does not know yet; more than there are, for those of newer servers. */
export const NewBadges = v.pipe(v.array(Named), v.maxLength(40));

/** How a member stands with every badge. */
export const OwnBadges = v.pipe(
  v.array(
    v.object({
      badge: Named,
      /** How many of what it is counted by there are now. */
      count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(mostCounted)),
      /** Null while it is not earned. */
      earnedAt: v.nullable(Timestamp),
    }),
  ),
  v.maxLength(40),
);
export type OwnBadges = v.InferOutput<typeof OwnBadges>;
