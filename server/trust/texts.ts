import type { DraftReview, OpenDraft } from "../store/taken-texts.ts";
import type { Whose } from "./place.ts";

/** What is different with a draft that was not posted, without what one member wrote or said of it. */
export interface TextsWithout {
  /** It is theirs, and goes. */
  readonly dropsDraft: boolean;
  /** What they said of somebody else's. */
  readonly reviews: readonly DraftReview[];
  /** Nobody else sent it back: it is to be read again. */
  readonly isOpenAgain: boolean;
}

/** A post's draft and its reviews without what one member did since. Pure. */
export function textsWithout(draft: OpenDraft | null, said: readonly DraftReview[], { memberId, since }: Omit<Whose, "by">): TextsWithout {
  const dropsDraft = draft !== null && draft.author === memberId && draft.updated_at >= since;
  const reviews = said.filter(({ reviewer, at }) => reviewer === memberId && at >= since);
  const isRefused = said.some((each) => each.verdict === "rejected" && !reviews.includes(each));
  return { dropsDraft, reviews, isOpenAgain: reviews.length > 0 && !dropsDraft && !isRefused };
}
