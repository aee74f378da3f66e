import type { Hit, KeywordList } from "../schema/keywords.ts";

/** Compiled keyword lists. */
export interface Matcher {
  /** Hits in `text` in the order of their start, at most 20; offsets in UTF-16 units of `text` itself. */
  match(text: string, lang: string | null): Hit[];
}

export type CompileMatcher = (lists: readonly KeywordList[]) => Matcher;
