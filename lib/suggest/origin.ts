import type { Suggestion } from "../schema/messages.ts";
import { termsOf } from "./terms.ts";

/** Of a suggestion's words, the share that must be left in a text to say that it began as it. */
const leftShare = 0.5;

/** The suggestion that a text began as, and whether it was changed; null for words of one's own. */
export function originOf(text: string, suggestions: readonly Suggestion[]): { source: string; edited: boolean } | null {
  const said = termsOf(text);
  const near = suggestions.map((suggestion) => {
    const own = [...termsOf(suggestion.text).keys()];
    return { suggestion, share: own.filter((term) => said.has(term)).length / Math.max(1, own.length) };
  });
  const [best] = near.sort((a, b) => b.share - a.share);
  if (!best || best.share < leftShare) return null;
  return { source: best.suggestion.source, edited: !text.trim().startsWith(best.suggestion.text.trim()) };
}
