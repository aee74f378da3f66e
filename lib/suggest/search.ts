import { primaryLanguage } from "../schema/language.ts";
import type { Library } from "./library.ts";
import { fuzzy, type Ranked, search } from "./rank.ts";
import { termsOf } from "./terms.ts";

/** What fits on a card without scrolling far. */
export const mostFound = 8;

/**
 * Knowledge items by words that somebody types, best first: those in `lang` before the others (null: all alike). Words may be unfinished, and longer ones
 * misspelt. Their kinds do not matter: who asks for an item by its words means it.
 */
export function searchItems({ items }: Library, words: string, lang: string | null): Ranked[] {
  const hits = search(items, [...termsOf(words).keys()], { ...fuzzy, prefix: true });
  const own = primaryLanguage(lang);
  const isOwn = (hit: (typeof hits)[number]) => own === null || hit.lang === own;
  return [...hits.filter(isOwn), ...hits.filter((hit) => !isOwn(hit))]
    .slice(0, mostFound)
    .map(({ id, score, queryTerms }) => ({ source: id, score, terms: queryTerms, isFounded: true }));
}
