/** A stretch of a text in UTF-16 units, end exclusive. */
export interface TextSpan {
  start: number;
  end: number;
}

export type LetterCase = "lower" | "capital" | "upper" | "none";
type PostCase = "mixed" | "lower" | "upper" | "title";

/** What stands around a hit; `before` and `after` are nearest first, punctuation counts as a token of its own. */
export interface HitContext {
  mention: string;
  before: string[];
  after: string[];
  /** The hit opens a sentence, a line or a quotation. */
  opens: boolean;
  /** How the writer uses capitals in the rest of the post. */
  post: PostCase;
}

/** Characters read on each side: the words that decide stand near, and a hostile post must not cost more. */
const reach = 300;
const tokens = /https?:\S+|['’]s(?![\p{L}\p{N}])|[@#$]?\p{L}[\p{L}\p{M}\p{N}_]*(?:['’-][\p{L}\p{M}\p{N}]+)*|\p{N}[\p{N}.,]*|\S/gu;
const opening = /^(?:[.!?…:"“”«|\-–—•*]|https?:.*)$/u;
const skipped = /^(?:rt|[@#].+)$/iu;

export const isWord = (token: string | undefined): token is string => token !== undefined && /^\p{L}/u.test(token);

/** The case of a word's letters; `none` where the script knows none. */
export function letterCase(word: string): LetterCase {
  const letters = word.replace(/[^\p{L}]/gu, "");
  if (letters.toLowerCase() === letters.toUpperCase()) return "none";
  if (letters === letters.toLowerCase()) return "lower";
  if (letters === letters.toUpperCase() && letters.length > 1) return "upper";
  return letters[0] === letters[0]?.toLowerCase() ? "lower" : "capital";
}

/** Reads the neighbourhood of `span`; pure, bounded by a fixed number of characters. */
export function readContext(text: string, span: TextSpan): HitContext {
  const left = text.slice(Math.max(0, span.start - reach), span.start);
  const before = (left.match(tokens) ?? []).reverse();
  const after = text.slice(span.end, span.end + reach).match(tokens) ?? [];
  const nearest = before.find((token) => !skipped.test(token));
  const opens = nearest === undefined || opening.test(nearest) || /\n\s*$/.test(left);
  return { mention: text.slice(span.start, span.end), before, after, opens, post: postCase([...before.slice().reverse(), ...after]) };
}

function postCase(words: string[]): PostCase {
  const cases = words.filter((word, i) => i > 0 && isWord(word) && word.length > 3).map(letterCase);
  const share = (wanted: LetterCase) => cases.filter((c) => c === wanted).length / Math.max(cases.length, 1);
  if (cases.length > 2 && share("upper") > 0.6) return "upper";
  if (cases.length > 3 && share("capital") + share("upper") > 0.6) return "title";
  const capitals = words.some(
    (word) => isWord(word) && word !== "I" && !/^(?:RT|I['’].*)$/.test(word) && /^(?:capital|upper)$/.test(letterCase(word)),
  );
  return capitals ? "mixed" : "lower";
}
