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

/** A text without what programs put into it: marks that nobody sees, full-width letters, other hyphens, escapes. */
export function cleaned(text: string): string {
  return text
    .slice(0, mostCharacters)
    .normalize("NFKC")
    .replace(/\p{Cf}|\p{Variation_Selector}|\u034f/gu, "")
    .replace(/[\u2010-\u2015\u2212]/g, "-")
    .replace(/&(?:#35|#x23|num);/gi, "#")
    .replace(/&(?:#38|amp);/gi, "&")
    .replace(/\\(?=[^\w\s])/g, "");
}

/** The links in a text, in order, each first as it stands and then with the words after it, should it have been broken. */
export function linksIn(text: string, depth = 3): FoundLink[] {
  const words = text.split(/[\s<>()"'`{}“”„«»‹›「」『』]+/).filter((word) => word !== "");
  return words.flatMap((found, index) => {
    const word = /^[^/?#]*https?%3a/i.test(found) ? percentDecoded(found) : found;
    if (/^mailto:\?/i.test(word)) return depth > 0 ? linksIn(percentDecoded(word.replace(/[?&]\w+=/g, " ")), depth - 1) : [];
    const begin = beginOf(word);
    if (begin === null) return [];
    const inner = unwrapped(begin);
    if (inner !== null) return depth > 0 ? linksIn(cleaned(inner), depth - 1) : [];
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
  const [, bare] = /^[^\w/]*(?:\/\/)?((?:(?:[\w-]+\.)+[a-z]{2,}|localhost|127\.0\.0\.1)(?::\d+)?\/.*)$/is.exec(word) ?? [];
  if (bare === undefined) return null;
  return /^(?:localhost|127\.0\.0\.1)[:/]/i.test(bare) ? `http://${bare}` : `https://${bare}`;
}

/** A link, and the link with one, two, ... of the words after it; `=` at the end of a line is how mail breaks it. */
function inPieces(begin: string, following: readonly string[]): string[] {
  const end = following.findIndex((word) => word.includes("://"));
  const rest = end < 0 ? following : following.slice(0, end);
  return [begin, ...rest.map((_, index) => [begin, ...rest.slice(0, index)].map((part) => part.replace(/=$/, "")).join("") + rest[index])];
}

/** Without the escapes of letters and signs, also of those that were escaped twice. */
function percentDecoded(text: string): string {
  let decoded = text;
  for (let times = 0; times < 3; times++)
    decoded = decoded.replace(/%([2-7][0-9a-f])/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decoded;
}
