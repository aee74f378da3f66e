import type { Route } from "./triage.ts";

/** The one table of allowed moves, on both ends. What is not in it cannot happen. */

export const mentionStatuses = ["open", "claimed", "answered", "escalated", "dismissed", "gone"] as const;
export type MentionStatus = (typeof mentionStatuses)[number];

export const nextMentionStatuses: Record<MentionStatus, readonly MentionStatus[]> = {
  open: ["claimed", "answered", "escalated", "dismissed", "gone"],
  claimed: ["open", "answered", "escalated", "dismissed", "gone"],
  escalated: ["open", "claimed", "answered", "dismissed", "gone"],
  answered: ["open", "escalated", "gone"],
  dismissed: ["open", "escalated", "gone"],
  gone: [],
};

/** The status of a mention on this route while nobody holds it. */
export function waitingStatus(route: Route): MentionStatus {
  return route === "community" ? "open" : "escalated";
}

/** Somebody still has to answer it. */
export const liveStatuses: ReadonlySet<MentionStatus> = new Set(["open", "claimed", "escalated"]);

export const draftStatuses = ["writing", "in_review", "approved", "posted", "rejected"] as const;
export type DraftStatus = (typeof draftStatuses)[number];

/** `writing -> posted` is for members whose replies need no review; back to `writing` leads whatever changes the text. */
export const nextDraftStatuses: Record<DraftStatus, readonly DraftStatus[]> = {
  writing: ["in_review", "posted"],
  in_review: ["writing", "approved", "rejected"],
  approved: ["writing", "posted"],
  rejected: ["writing"],
  posted: [],
};

/** Lease of a claim, in milliseconds: how long, how often to say "still here", when silence loses it. */
export const lease = { lengthMs: 600_000, heartbeatMs: 30_000, silenceMs: 120_000, renewals: 1 } as const;

/** From the time of the post to the first answer, in milliseconds, unless the workspace sets another. */
export const firstAnswerMs = 120 * 60_000;

/** Why a post is set aside. */
export const dismissReasons = ["not_about_us", "no_answer_needed", "already_answered", "spam"] as const;
