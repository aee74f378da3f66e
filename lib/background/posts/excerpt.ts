import type { Hit } from "../../schema/keywords.ts";
import { maxExcerpt } from "../../schema/post.ts";

/** How much of the text before the first hit is kept, in UTF-16 units. */
const lead = 80;
const cut = "…";

export interface Excerpt {
  readonly excerpt: string;
  /** Those that lie in the excerpt, with offsets into it and those of their context words that lie in it. */
  readonly hits: Hit[];
}

/**
 * What of a post's text may leave the device: at most `maxExcerpt` UTF-16 units around the first hit, never half a
 * character; "…" stands where text was cut. Characters that no database takes are replaced.
 */
export function excerptOf(text: string, hits: readonly Hit[]): Excerpt {
  const clean = text.replace(/[\0\p{Surrogate}]/gu, "\uFFFD");
  if (clean.length <= maxExcerpt) return { excerpt: clean, hits: [...hits] };
  const room = maxExcerpt - 2 * cut.length;
  const wanted = Math.max(0, (hits[0]?.start ?? 0) - lead);
  const start = wholeFrom(clean, Math.min(wanted, clean.length - room));
  const end = wholeTo(clean, Math.min(start + room, clean.length));
  const before = start > 0 ? cut : "";
  const after = end < clean.length ? cut : "";
  const shift = before.length - start;
  const inside = hits.filter((hit) => hit.start >= start && hit.end <= end);
  const excerpt = before + clean.slice(start, end) + after;
  const kept = ({ context }: Hit) => context.filter((word) => excerpt.includes(word));
  return { excerpt, hits: inside.map((hit) => ({ ...hit, start: hit.start + shift, end: hit.end + shift, context: kept(hit) })) };
}

const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
/** The next place at or after `index` that does not split a character. */
const wholeFrom = (text: string, index: number) => (isLowSurrogate(text.charCodeAt(index)) ? index + 1 : index);
/** The last place at or before `index` that does not split a character. */
const wholeTo = (text: string, index: number) => (isLowSurrogate(text.charCodeAt(index)) ? index - 1 : index);
