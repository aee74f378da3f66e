import type { SiteId } from "../schema/post.ts";

export const draftProblems = ["empty", "too_long", "placeholder", "card_number"] as const;

/** Something to correct before a draft is placed; `words` are what of it is meant. */
export interface DraftProblem {
  readonly code: (typeof draftProblems)[number];
  readonly words: string[];
}

/** What stands in the way of placing this draft; empty when nothing does. */
export function checkDraft(_site: SiteId, text: string, _disclosure: string): DraftProblem[] {
  return text.trim() === "" ? [{ code: "empty", words: [] }] : [];
}
