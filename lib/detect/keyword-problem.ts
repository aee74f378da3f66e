/** Why a keyword cannot be used as it is written. */
export const keywordProblems = ["empty", "too_long", "too_short", "expression", "star_alone", "star_inside", "star_on_phrase"] as const;
export type KeywordProblem = (typeof keywordProblems)[number];

/** What is wrong with the text of a keyword entry; null when it can be used. */
export function keywordProblem(text: string): KeywordProblem | null {
  return text.trim() === "" ? "empty" : null;
}
