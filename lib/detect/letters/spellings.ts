import type { KeywordEntry } from "../../schema/keywords.ts";

const signs: Readonly<Record<string, string>> = { a: "@", s: "$", e: "€", i: "!" };

/** Enough for the ways people write one name; a power of two, since rows are numbered by it. */
export const mostSpellings = 16;

/** Words of nothing but letters and digits, which people also write as one hashtag. */
const phrase = /^[\p{L}\p{M}\p{N}]+(?:\s+[\p{L}\p{M}\p{N}]+)+$/u;

/** A phrase as one hashtag; null for anything else. */
export function asHashtag(text: string): string | null {
  const trimmed = text.trim();
  return phrase.test(trimmed) ? `#${trimmed.replace(/\s+/gu, "").normalize("NFC")}` : null;
}

/** The text of an entry and, where it may be written with signs for letters ("m@ster"), the ways to do so; never at its beginning. */
export function waysToWrite({ text, leet }: Pick<KeywordEntry, "text" | "leet">): string[] {
  const most = asHashtag(text) === null ? mostSpellings : mostSpellings - 1;
  return signed(text.normalize("NFC"), leet ?? false).slice(0, most);
}

/** All that is looked for of an entry; last the hashtag that a phrase makes. */
export function spellings(entry: KeywordEntry): string[] {
  const hashtag = asHashtag(entry.text);
  return hashtag === null ? waysToWrite(entry) : [...waysToWrite(entry), hashtag];
}

function signed(text: string, leet: boolean): string[] {
  let all = [text];
  if (!leet) return all;
  for (let at = 1; at < text.length; at++) {
    const sign = signs[text.charAt(at).toLowerCase()];
    if (sign) all = all.concat(all.slice(0, mostSpellings - all.length).map((each) => each.slice(0, at) + sign + each.slice(at + 1)));
  }
  return all;
}

const digits = new Map([..."0o1i3e4a5s7t8b9g"].flatMap((each, at, list) => (at % 2 === 0 ? [[each, list[at + 1] ?? each] as const] : [])));

/** A coarse form with digits as the letters they stand for; l is i there, since 1 is both. */
export const withoutDigits = (coarse: string): string =>
  coarse.replace(/[0-9l]/gu, (each) => (each === "l" ? "i" : (digits.get(each) ?? each)));
