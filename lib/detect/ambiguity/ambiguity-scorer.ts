import type { TextSpan } from "./ambiguity-context.ts";
import { type AmbiguousEntry, findEvidence, type HasWord } from "./ambiguity-evidence.ts";

/** Small learnt table: log odds by code, and the groups of words that the evidence looks for. */
export interface AmbiguityTable {
  bias: number;
  weights: Record<string, number>;
  words: Record<string, string>;
}

/** Why a hit was taken for the company or for the word: the code of evidence that spoke for it, and the words that show it. */
export interface AmbiguityReason {
  code: string;
  words: string[];
}

const mostReasons = 3;

/** Asks for the word groups of a table; in whatever case, and a plural counts as its singular. */
export function wordGroups(words: Readonly<Record<string, string>>): HasWord {
  const groups = new Map(Object.entries(words).map(([group, list]) => [group, new Set(list.split(" "))]));
  return (group, word = "") => {
    const low = word.toLowerCase().replace("’", "'");
    return [low, low.length > 3 ? low.replace(/s$/, "") : low].some((form) => groups.get(group)?.has(form));
  };
}

/**
 * Tells with a table whether a hit of an ambiguous entry is the company (`brand` towards 1) or the ordinary word (towards 0); at 0.5 and
 * above it is the company. The reasons are the weightiest pieces that spoke for the verdict. The scorer is pure and reads at most 300
 * characters on each side of the span (UTF-16 units).
 */
export function ambiguityScorer({ bias, weights, words }: AmbiguityTable) {
  const has = wordGroups(words);
  return (text: string, span: TextSpan, entry: AmbiguousEntry): { brand: number; reasons: AmbiguityReason[] } => {
    const weighed = findEvidence(text, span, entry, has).map(({ code, value, words }) => ({
      code,
      words,
      odds: (weights[code] ?? 0) * value,
    }));
    const odds = weighed.reduce((sum, piece) => sum + piece.odds, bias);
    const decided = weighed.filter((piece) => (odds >= 0 ? piece.odds > 0 : piece.odds < 0));
    decided.sort((a, b) => Math.abs(b.odds) - Math.abs(a.odds));
    return { brand: 1 / (1 + Math.exp(-odds)), reasons: decided.slice(0, mostReasons).map(({ code, words }) => ({ code, words })) };
  };
}
