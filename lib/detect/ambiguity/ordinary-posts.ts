import shipped from "../../../assets/detect/ordinary-posts.json" with { type: "json" };
import type { Matcher } from "../exact/matcher.ts";

/** Lists that find more of what they are tried on than this are asked about before they are pushed. */
export const mostShare = 1 / 5;

/** How many of the ordinary posts of a language lists find. */
export interface FoundShare {
  /** BCP-47. */
  readonly lang: string;
  readonly found: number;
  readonly of: number;
}

/** Of posts about nothing in particular, in the language of which the lists find the largest share; null where that is not more than one in five. */
export function ordinaryShare(matcher: Matcher): FoundShare | null {
  const shares = Object.entries(shipped).map(([lang, posts]) => ({
    lang,
    found: posts.filter((text) => matcher.match(text, lang).length > 0).length,
    of: posts.length,
  }));
  const worst = shares.reduce((a, b) => (b.found / b.of > a.found / a.of ? b : a));
  return worst.found / worst.of > mostShare ? worst : null;
}
