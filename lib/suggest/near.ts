const words = /\p{sc=Han}|[\p{L}\p{N}]+/gu;
/** Words that go into one piece. */
const pieceWords = 3;
/** A shorter sentence ("Hi Dana", "Hope that helps") is anybody's. */
const leastWords = 5;
/** A sentence is the same when this share of its pieces stands in the other text; a name filled in changes less than that. */
const sameShare = 0.7;
/** A whole reply in common, even of one sentence, is a copy from here on. */
const copyWords = 8;
/** Of a text so many words are looked at: more than any site's readers read, and a bound on what one comparison costs. */
const mostWords = 1_000;
/** So many pieces at least stand in both of two texts that are too near: those of the shortest sentence that counts. */
export const leastShared = Math.ceil(sameShare * (leastWords - pieceWords + 1));

/** A draft is compared with this many of the latest replies, on the device and on the server. */
export const comparedReplies = 1_000;

const sentences = new Intl.Segmenter(undefined, { granularity: "sentence" });
const wordsOf = (text: string): string[] => text.normalize("NFKC").toLowerCase().match(words) ?? [];

function piecesOf(said: readonly string[]): string[] {
  return said.slice(pieceWords - 1).map((_, index) => said.slice(index, index + pieceWords).join(" "));
}

/** A text by its pieces of three words. */
export type Print = ReadonlySet<string>;

export const printOf = (text: string): Print => new Set(piecesOf(wordsOf(text).slice(0, mostWords)));

/** The sentences of a text that are long enough to be somebody's own. */
function ownSentences(text: string): { text: string; words: string[] }[] {
  let read = 0;
  const own: { text: string; words: string[] }[] = [];
  for (const { segment } of sentences.segment(text)) {
    const words = wordsOf(segment).slice(0, mostWords - read);
    if (words.length >= leastWords) own.push({ text: segment.trim(), words });
    read += words.length;
    if (read >= mostWords) break;
  }
  return own;
}

/**
 * The sentences that a draft shares with the one reply it is nearest to, when it is too near: more than one, or all of it. Empty otherwise.
 */
export function nearCopy(draft: string, replies: Iterable<Print>): string[] {
  const own = ownSentences(draft).map((sentence) => ({ ...sentence, pieces: piecesOf(sentence.words) }));
  const length = own.reduce((total, sentence) => total + sentence.words.length, 0);
  let worst: string[] = [];
  for (const print of replies) {
    const shared = own.filter(({ pieces }) => pieces.filter((piece) => print.has(piece)).length >= sameShare * pieces.length);
    const isCopy = shared.length > 1 || (shared.length > 0 && shared.length === own.length && length >= copyWords);
    if (isCopy && shared.length > worst.length) worst = shared.map(({ text }) => text);
  }
  return worst;
}
