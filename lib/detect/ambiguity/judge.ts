import type { KeywordList } from "../../schema/keywords.ts";
import type { Judge } from "../exact/matcher.ts";
import { isBrand } from "./ambiguity.ts";
import { everydayness } from "./ambiguity-everyday.ts";

/** The sign before a handle or hashtag is evidence, not a part of the name; nor is the star after a beginning. */
const signs = /^[@#＠＃]|\*+$/gu;
const oneWord = /^[@#]?([\p{L}\p{M}\p{N}_]+)$/u;

/**
 * Judges hits of ambiguous entries: the company or the word? What else the lists look for without doubt counts as the company's own words. For the
 * background, the admin's page and the command line: its tables are too large for a content script.
 */
export function createJudge(lists: readonly KeywordList[]): Judge {
  let workspace: ReadonlySet<string> | null = null;
  return (text, { start, end }, entry) => {
    workspace ??= new Set(lists.flatMap(ownWords));
    const around = workspace;
    const told = entry.mustNear.map((word) => word.toLowerCase());
    const name = entry.text.replace(signs, "");
    const head = /^[@#＠＃]/u.test(text.slice(start, end)) ? 1 : 0;
    const isOwn = (word: string) => told.includes(word) || around.has(word);
    return isBrand(text, { start: start + head, end }, { text: name, everyday: everydayness(name), isOwn });
  };
}

/** Single words that hit wherever they stand, in small letters. */
function ownWords({ entries, negative }: KeywordList): string[] {
  if (negative) return [];
  return entries.flatMap(({ text, ambiguous, mustNear }) => {
    const word = ambiguous || mustNear.length > 0 ? undefined : oneWord.exec(text.trim())?.[1];
    return word === undefined ? [] : [word.toLowerCase()];
  });
}
