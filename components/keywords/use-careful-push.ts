import { useEffect, useState } from "preact/hooks";
import { type FoundShare, ordinaryShare } from "../../lib/detect/ambiguity/ordinary-posts.ts";
import type { KeywordList } from "../../lib/schema/keywords.ts";
import { matcherOf } from "./finder.ts";

/** Pushes at once, or asks first where the lists would find too many posts about nothing in particular. */
export function useCarefulPush(edited: readonly KeywordList[], push: () => void) {
  const [asked, setAsked] = useState<FoundShare | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: of other lists something else is true
  useEffect(() => setAsked(null), [edited]);
  return {
    asked,
    push() {
      const share = ordinaryShare(matcherOf(edited));
      setAsked(share);
      if (share === null) push();
    },
    sure() {
      setAsked(null);
      push();
    },
    forget: () => setAsked(null),
  };
}
