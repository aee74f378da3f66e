import { unwrapped } from "./wrapped-link.ts";

/** A link that stands in a text. `isBroken`: only when what follows it on the next lines belongs to it. */
interface FoundLink {
  readonly link: string;
  readonly isBroken: boolean;
}

/** In how many pieces a link may have been broken. */
const mostPieces = 5;
/** Longer than a mail in which an invitation stands; what comes after is not looked at. */
const mostCharacters = 20_000;

const hostAlone = /^https?:\/\/[^/?#]*$/i;

/** A text without what programs put into it: marks that nobody sees, full-width letters, other hyphens, escapes. */
export function cleaned(text: string): string {
  return text
    .slice(0, mostCharacters)
    .normalize("NFKC")
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/&(?:#35|#x23|num);/gi, "#")
    .replace(/&(?:#38|amp);/gi, "&")
    .replace(/&(?:lt|gt|quot|nbsp|#34|#39|#60|#62);/gi, " ")
    .replace(/\\(?=[^\w\s])/g, "");
}

/** The links in a text, in order, each first as it stands and then with the words after it, should it have been broken. */
export function linksIn(text: string, depth = 3): FoundLink[] {
  const words = text.split(/[\s<>()"'`{}|“”„«»‹›「」『』]+/).filter((word) => word !== "");
  const within = (inner: string): FoundLink[] => (depth > 0 ? linksIn(cleaned(inner), depth - 1) : []);
  return words.flatMap((word, index) => {
    if (/^mailto:\?/i.test(word)) return within(percentDecoded(word.replace(/[?&]\w+=/g, " ")));
    if (/^[^/?#]*https?%(?:25)*3a/i.test(word)) return within(percentDecoded(word));
    const begin = beginOf(word);
    // After a host alone it may be that host's other half, or a link of its own: better none than the wrong server.
    const isHalf = hostAlone.test(words[index - 1] ?? "") && !word.includes("://");
    if (begin === null || isHalf) return [];
    const inner = unwrapped(begin);
    if (inner !== null) return within(inner);
    return inPieces(begin, words.slice(index + 1, index + mostPieces)).map((link, after) => ({
      link: percentDecoded(link),
      isBroken: after > 0,
    }));
  });
}

/** The link that a word holds; null when it holds none, or one that is a part of another. */
function beginOf(word: string): string | null {
  const at = word.search(/https?:\/\//i);
  if (at >= 0) return /[/?#@]/.test(word.slice(0, at)) ? null : word.slice(at);
  const [, bare] =
    /^(?:[^\w/]|_)*(?:[a-z]+[:=]|\/\/)?((?:(?:[a-z0-9][\w-]*\.)+[a-z]{2,}|localhost|127\.0\.0\.1)(?::\d+)?\/.*)$/is.exec(word) ?? [];
  if (bare === undefined) return null;
  return /^(?:localhost|127\.0\.0\.1)[:/]/i.test(bare) ? `http://${bare}` : `https://${bare}`;
}

/** A link, and the link with one, two, ... of the words after it; `=` at the end of a line is how mail breaks it. */
function inPieces(begin: string, following: readonly string[]): string[] {
  const end = following.findIndex((word) => word.includes("://") || beginOf(word) !== null);
  const rest = end < 0 ? following : following.slice(0, end);
  return [begin, ...rest.map((_, index) => [begin, ...rest.slice(0, index)].map((part) => part.replace(/=$/, "")).join("") + rest[index])];
}

/** Without the escapes of letters, signs and spaces, also of those that were escaped twice. */
function percentDecoded(text: string): string {
  let decoded = text
    .replace(/%C2%AD|%E2%80%8[B-F]/gi, "")
    .replace(/%E2%80%9[0-5]/gi, "-")
    .replace(/%0[9AD]/gi, " ");
  for (let times = 0; times < 3; times++)
    decoded = decoded.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded;
}
