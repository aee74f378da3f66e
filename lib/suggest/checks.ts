import type { SiteId } from "../schema/post.ts";
import { replyLength } from "./length.ts";
import { unfilledPlaceholders } from "./placeholders.ts";

const draftProblems = ["empty", "too_long", "placeholder", "card_number"] as const;

/** Something to correct before a draft is placed; `words` are what of it is meant. */
export interface DraftProblem {
  readonly code: (typeof draftProblems)[number];
  readonly words: string[];
}

/** 13 to 19 digits, as payment cards have them, also in groups. */
const cardLike = /(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)/g;

/** The check sum of payment cards (Luhn, ISO/IEC 7812-1): from the right, every second digit doubled, the digits' sum divisible by ten. */
function hasCardSum(number: string): boolean {
  const digits = [...number.replace(/\D/g, "")].reverse().map(Number);
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : digit > 4 ? digit * 2 - 9 : digit * 2), 0);
  return sum % 10 === 0;
}

/** What stands in the way of placing this draft on `site`; empty when nothing does. */
export function checkDraft(site: SiteId, text: string, disclosure: string): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (text.trim() === "") problems.push({ code: "empty", words: [] });
  if (replyLength(site, text, disclosure).left < 0) problems.push({ code: "too_long", words: [] });
  const unfilled = unfilledPlaceholders(text);
  if (unfilled.length > 0) problems.push({ code: "placeholder", words: unfilled });
  const cards = (text.match(cardLike) ?? []).filter(hasCardSum);
  if (cards.length > 0) problems.push({ code: "card_number", words: cards });
  return problems;
}
