/** Scripts that set no spaces between words: there two letters side by side are what is compared. */
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const runs = /[\p{L}\p{M}\p{N}]+/gu;
/** What editors turn into a picture or one sign: `:)`, `<3`, `:heart:`, `(c)`. */
const picture = /(?<!\S)(?:[:;=8xX][-o^']?[)(\]D[PpOo3|/\\*]|<3|:[a-z_]+:)(?!\S)|\((?:c|r|tm)\)/giu;

/** The runs of letters and digits of a text, without case, width, marks of Latin letters and signs that editors write in their own way. */
function runsOf(text: string): string[] {
  const bare = text
    .replace(picture, " ")
    .replace(/[™℠]/gu, " ")
    .normalize("NFKD")
    .replace(/(?<=\p{sc=Latn})\p{M}+|\p{DI}|['’‘]/gu, "")
    .normalize("NFC")
    .toLowerCase();
  return bare.match(runs) ?? [];
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  return letters.length < 2 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`);
}

/** Share of words that two texts have in common (Jaccard index), 0..1; of pairs of letters where no spaces stand between words. */
export function nearness(one: string, other: string): number {
  const pieces = (text: string) => new Set(runsOf(text).flatMap((run) => (unspaced.test(run) ? pairsOf(run) : run)));
  const first = pieces(one);
  const second = pieces(other);
  const common = [...first].filter((piece) => second.has(piece)).length;
  return common === 0 ? 0 : common / (first.size + second.size - common);
}

/** From this share of equal pairs of letters on, only the editor's own corrections are between two texts. */
const sameShare = 0.95;

/** Whether `seen` holds `wanted` once and nothing else, but for what editors correct by themselves: quotes, emoticons, a capital. */
export function holdsOnce(seen: string, wanted: string): boolean {
  const now = pairsOf(runsOf(seen).join(""));
  const then = pairsOf(runsOf(wanted).join(""));
  if (now.length === 0 || then.length === 0) return seen.replace(/\s+/gu, "") === wanted.replace(/\s+/gu, "");
  const left = new Map<string, number>();
  for (const pair of then) left.set(pair, (left.get(pair) ?? 0) + 1);
  const common = now.filter((pair) => {
    const count = left.get(pair) ?? 0;
    left.set(pair, count - 1);
    return count > 0;
  }).length;
  return (2 * common) / (now.length + then.length) >= sameShare;
}
