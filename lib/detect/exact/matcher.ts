import type { Hit } from "../../schema/keywords.ts";

/** What else is known of a post, where an entry asks for it. */
export interface PostFacts {
  /** The author's handle, with or without its `@`. */
  readonly author?: string | null;
}

/** Compiled keyword lists. */
export interface Matcher {
  /**
   * Hits in `text` in the order of their start, at most 20; offsets in UTF-16 units of `text` itself. `lang` is BCP 47, null when unknown.
   */
  match(text: string, lang: string | null, facts?: PostFacts): Hit[];
}

/** Tells the company from the word: `brand` is 0 to 1 and counts from 0.5 on; the words of the reasons stand in the hit's context. */
export type Judge = (
  text: string,
  span: { readonly start: number; readonly end: number },
  entry: { readonly text: string; readonly mustNear: string[] },
) => { readonly brand: number; readonly reasons: readonly { readonly words: readonly string[] }[] };
