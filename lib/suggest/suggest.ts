import type { KnowledgeItem } from "../schema/workspace.ts";

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

/** The knowledge items that answer a post, best first, at most three. */
export function suggest(_query: SuggestQuery, _items: readonly KnowledgeItem[], _options: SuggestOptions = {}): Suggestion[] {
  return [];
}
