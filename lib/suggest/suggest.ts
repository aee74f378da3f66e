import MiniSearch, { type SearchOptions, type SearchResult } from "minisearch";
import { primaryLanguage } from "../schema/language.ts";
import type { KnowledgeItem } from "../schema/workspace.ts";
import { fillPlaceholders } from "./placeholders.ts";
import { termsOf } from "./terms.ts";

export interface SuggestQuery {
  readonly text: string;
  /** BCP-47 of the post, null when unknown. */
  readonly lang: string | null;
  /** How the reply addresses the author; fills {author}. */
  readonly author: string | null;
}

export interface SuggestOptions {
  /** Fills {product}. */
  readonly product?: string | null;
}

export interface Suggestion {
  item: KnowledgeItem;
  /** The item's answer, placeholders filled as far as known. */
  text: string;
  /** Words of the post that led to it. */
  words: string[];
}

const mostSuggestions = 3;
const fields = ["topics", "title", "answer"];
const exact: SearchOptions = { boost: { topics: 3, title: 2 }, processTerm: (term) => term };
const fuzzy: SearchOptions = { ...exact, fuzzy: (term) => (term.length > 3 ? 0.25 : false), prefix: (term) => term.length > 3 };

/** One index per set of items, kept as long as the set itself is. */
const indexes = new WeakMap<readonly KnowledgeItem[], MiniSearch>();

function indexOf(items: readonly KnowledgeItem[]): MiniSearch {
  let index = indexes.get(items);
  if (!index) {
    index = new MiniSearch({ fields, tokenize: (text) => [...termsOf(text).keys()], processTerm: (term) => term });
    index.addAll(items.map((item, id) => ({ id, topics: item.topics.join(" "), title: item.title, answer: item.answer })));
    indexes.set(items, index);
  }
  return index;
}

/** One word of an answer alone says too little; a word of a title or topic, or two words, say enough. */
function isApt({ match, queryTerms }: SearchResult): boolean {
  return queryTerms.length > 1 || Object.values(match).some((places) => places.some((place) => place !== "answer"));
}

/**
 * The knowledge items that may answer a post, best first, at most three: in the post's language, in English when there is none; words as they are
 * written, similar ones when nothing was found. An unknown language looks through all. The index is built once per `items` object.
 */
export function suggest(query: SuggestQuery, items: readonly KnowledgeItem[], options: SuggestOptions = {}): Suggestion[] {
  const index = indexOf(items);
  const terms = termsOf(query.text);
  const lang = primaryLanguage(query.lang);
  const inLanguage = (wanted: string | null) => (result: SearchResult) =>
    isApt(result) && (wanted === null || primaryLanguage(items[result.id]?.lang ?? null) === wanted);
  const search = (wanted: string | null) => {
    const filter = inLanguage(wanted);
    const found = index.search(query.text, { ...exact, filter });
    return found.length > 0 ? found : index.search(query.text, { ...fuzzy, filter });
  };
  const own = search(lang);
  const found = own.length > 0 || lang === null ? own : search("en");
  return found.slice(0, mostSuggestions).flatMap(({ id, queryTerms }) => {
    const item = items[id];
    if (!item) return [];
    const text = fillPlaceholders(item.answer, { author: query.author, product: options.product ?? null, link: item.link });
    return [{ item, text, words: queryTerms.map((term) => terms.get(term) ?? term) }];
  });
}
