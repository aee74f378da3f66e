import type { Mention } from "../../lib/schema/mention.ts";
import { isLive } from "../../lib/state/clock.ts";

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? []);

/** Share of the words that two texts have in common (Jaccard index), 0..1. */
function likeness(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common === 0 ? 0 : common / (left.size + right.size - common);
}

/** Live posts that may be the same case: by the same author, or nearly word for word. The likeliest first. */
export function duplicatesOf(mention: Mention, mentions: readonly Mention[], most = 5): Mention[] {
  const isSame = (other: Mention) =>
    other.site === mention.site && other.author.handle !== null && other.author.handle === mention.author.handle;
  return mentions
    .filter((other) => other.id !== mention.id && isLive(other))
    .map((other) => ({ other, score: likeness(mention.excerpt, other.excerpt) + (isSame(other) ? 1 : 0) }))
    .filter(({ score }) => score >= 0.6)
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ other }) => other);
}
