import { readPattern } from "../letters/pattern.ts";

/**
 * Why a keyword cannot be used as it is written. `no_word`: no letter or digit in it. `too_long`: over 100 characters. `expression`: signs of a regular
 * expression. `star_alone`: a `*` with nothing to begin. `star_inside`: a `*` elsewhere than at the very end. `star_short`: a `*` after a
 * single letter. `sign_phrase`: `@` or `#` before more than one word.
 */
export const keywordProblems = ["no_word", "too_long", "expression", "star_alone", "star_inside", "star_short", "sign_phrase"] as const;
export type KeywordProblem = (typeof keywordProblems)[number];

const longest = 100;
/** Brackets, alternatives, escapes, `.*`, `a?`, `end$`, `/.../`. A `+`, `!` or `&` may be part of a name. */
const expression = /[\\[\](){}|^?]|\.[*+]|.\$$|^\/.*\/[a-z]*$/u;

/** What is wrong with the text of a keyword (or of a word that must or must not be near); null when it can be used. */
export function keywordProblem(text: string): KeywordProblem | null {
  const keyword = text.trim();
  if (keyword.length > longest) return "too_long";
  if (/^[@＠#＃]?\*+$/u.test(keyword)) return "star_alone";
  if (expression.test(keyword)) return "expression";
  if (/\*./u.test(keyword)) return "star_inside";
  const pattern = readPattern(keyword);
  if (!pattern) return "no_word";
  const last = pattern.words.at(-1);
  if (pattern.prefix && pattern.tail !== "") return "star_inside";
  if (pattern.prefix && last?.kind !== "single" && last?.coarse.length === 1) return "star_short";
  if (pattern.kind !== "plain" && pattern.kind !== "domain" && /\s/u.test(keyword)) return "sign_phrase";
  return null;
}
