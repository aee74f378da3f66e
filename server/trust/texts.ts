import type { DraftReview, OpenDraft } from "../store/taken-texts.ts";
import type { Whose } from "./place.ts";

/** What is different with a draft that was not posted, without what one member wrote or said of it. */
export interface TextsWithout {
  /** The draft is the member's own and is deleted. */
  readonly dropsDraft: boolean;
  /** The member's reviews of somebody else's draft. */
  readonly reviews: readonly DraftReview[];
  /** The draft goes to the reviewers again: nobody else sent it back. */
  readonly isOpenAgain: boolean;
}

/** A post's draft and its reviews without what one member did since. Pure. */
export function textsWithout(draft: OpenDraft | null, said: readonly DraftReview[], { memberId, since }: Omit<Whose, "by">): TextsWithout {
  const dropsDraft = draft !== null && draft.author === memberId && draft.updated_at >= since;
  const reviews = said.filter(({ reviewer, at }) => reviewer === memberId && at >= since);
  const isRefused = said.some((each) => each.verdict === "rejected" && !reviews.includes(each));
  return { dropsDraft, reviews, isOpenAgain: reviews.length > 0 && !dropsDraft && !isRefused };
}
