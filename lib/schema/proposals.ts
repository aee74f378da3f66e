import * as v from "valibot";
import { Id } from "./keywords.ts";
import { Timestamp } from "./timestamp.ts";

/** Why a proposed answer is not kept. */
export const declineReasons = ["known", "special", "untrue", "wording", "other"] as const;
export type DeclineReason = (typeof declineReasons)[number];

/** How much of what is said besides the reason. */
export const longestDeclineNote = 280;

/** How many of their proposals a member sees: the latest. */
export const shownProposals = 5;

/** What became of an answer that the member proposed. */
export const OwnProposal = v.object({
  id: Id,
  title: v.pipe(v.string(), v.maxLength(200)),
  state: v.picklist(["open", "accepted", "declined"]),
  /** Null unless it was declined. */
  reason: v.nullable(v.picklist(declineReasons)),
  note: v.pipe(v.string(), v.maxLength(longestDeclineNote)),
  /** When it was settled; while it is open, when it was proposed. */
  at: Timestamp,
});
export type OwnProposal = v.InferOutput<typeof OwnProposal>;
