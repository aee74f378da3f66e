/** Stands for the brand's name where a post is scored: "Hell Energy" and "Best Buy" are no feelings. A private letter, which no site writes. */
export const nameMark = "\uE000";

/** Where a name stands in a text: UTF-16 offsets, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Links and handles are read as such, whoever's they are. */
const address = /https?:\/\/\S+|www\.\S+|[@＠][\p{L}\p{N}_.]+/gu;
/** One word of a name beside another, with a capital: "Acme" in "Acme Bank". */
const nextWord = /^ (\p{Lu}\p{Ll}[\p{L}\p{N}]*)(?![\p{L}\p{N}])/u;
const capital = /^\p{Lu}/u;
/** Names have few words, and headlines capitals everywhere. */
const mostNeighbours = 2;
const headlineShare = 0.5;

function isHeadline(text: string): boolean {
  const words = text.match(/\p{L}[\p{L}\p{N}'’-]*/gu) ?? [];
  return words.filter((word) => capital.test(word)).length > headlineShare * words.length;
}

/** The end of the name that goes on behind `end`: its next words are written with a capital too. */
function nameEnd(text: string, { start, end }: Span): number {
  if (!capital.test(text.slice(start, end).replace(/^[#＃]/u, ""))) return end;
  let last = end;
  for (let count = 0; count < mostNeighbours; count++) {
    const found = nextWord.exec(text.slice(last, last + 40));
    if (!found) break;
    last += found[0].length;
  }
  return last;
}

const edges = /^[@＠#＃]|\*$/gu;
/** A letter or digit that belongs to the same word; Chinese and Thai need no space. */
const sameWord = /[^\P{L}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|\p{N}/u;
/** Hebrew writes its one-letter words together with the next. */
const hebrewLetter = /(?:^|[^\p{L}])[ובלמשכה]{1,2}$/u;

/** Where words that a keyword is called by stand in a text as whole words, in any case. */
export function placesOf(text: string, labels: readonly string[]): Span[] {
  const lower = text.toLowerCase();
  // Some letters are longer in lower case, and every place after them another one.
  if (lower.length !== text.length) return [];
  return labels.flatMap((label) => {
    const word = label.replace(edges, "").toLowerCase();
    const found: Span[] = [];
    for (let at = word === "" ? -1 : lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + word.length)) {
      const end = at + word.length;
      const isWhole = !sameWord.test(text.charAt(at - 1)) || hebrewLetter.test(text.slice(Math.max(0, at - 3), at));
      if (isWhole && !sameWord.test(text.charAt(end))) found.push({ start: at, end });
    }
    return found;
  });
}

/** The text with names as signs: each place of `names`, and the words of the same name behind it. */
export function maskNames(text: string, names: readonly Span[]): string {
  if (names.length === 0) return text;
  const addresses = [...text.matchAll(address)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const isAddress = ({ start }: Span) => addresses.some((other) => other.start <= start && start < other.end);
  const goesOn = !isHeadline(text);
  const sorted = names.filter((span) => span.start < span.end && !isAddress(span)).sort((a, b) => a.start - b.start);
  let masked = "";
  let from = 0;
  for (const span of sorted) {
    const end = Math.min(text.length, goesOn ? nameEnd(text, span) : span.end);
    if (end <= from) continue;
    const goesOnFrom = masked !== "" && span.start <= from;
    masked += goesOnFrom ? "" : text.slice(from, span.start) + nameMark;
    from = end;
  }
  return masked + text.slice(from);
}
