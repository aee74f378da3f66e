import { createJudge } from "../../lib/detect/ambiguity/judge.ts";
import { compileMatcher } from "../../lib/detect/exact/compile.ts";
import type { Judge, Matcher } from "../../lib/detect/exact/matcher.ts";
import type { Hit, KeywordList } from "../../lib/schema/keywords.ts";

/** A place where an ambiguous keyword stands as the ordinary word. */
interface Rejected {
  readonly start: number;
  readonly text: string;
  readonly words: readonly string[];
}

/** What a list finds in one post. */
export interface ListFinding {
  readonly hits: readonly Hit[];
  readonly rejected: readonly Rejected[];
}

/** A list as a finder that also tells what it took for an ordinary word; a negative list finds what it would leave out. */
export function finderOf(list: KeywordList, all: readonly KeywordList[]): { find(text: string, lang: string | null): ListFinding } {
  const judge = createJudge(all);
  let rejected: Rejected[] = [];
  const telling: Judge = (text, span, entry) => {
    const verdict = judge(text, span, entry);
    const words = [...new Set(verdict.reasons.flatMap((reason) => reason.words))];
    if (verdict.brand < 0.5) rejected.push({ start: span.start, text: text.slice(span.start, span.end), words });
    return verdict;
  };
  const matcher = compileMatcher([{ ...list, negative: false }], telling);
  return {
    find(text, lang) {
      rejected = [];
      const hits = matcher.match(text, lang);
      return { hits, rejected };
    },
  };
}

/** The lists that a device would have, as one matcher. */
export const matcherOf = (lists: readonly KeywordList[]): Matcher => compileMatcher(lists, createJudge(lists));
