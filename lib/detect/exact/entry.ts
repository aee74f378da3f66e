import type { KeywordEntry } from "../../schema/keywords.ts";
import { primaryLanguage } from "../../schema/language.ts";
import { contextWords } from "../../schema/limits.ts";
import { type Pattern, readPattern } from "../letters/pattern.ts";
import { spellings } from "../letters/spellings.ts";
import { Finder } from "./finder.ts";

/** Words that are looked for around a hit, by their numbers in the finder. */
export interface Around {
  readonly finder: Finder;
  readonly near: ReadonlySet<number>;
  readonly notNear: ReadonlySet<number>;
  /** Domains that the post must not name at all. */
  readonly nowhere: ReadonlySet<number>;
  /** Reach to either side, in half words. */
  readonly halfWords: number;
}

/** An entry prepared for matching, when its first word is met for the first time. */
export interface ReadyEntry {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly pattern: Pattern;
  readonly leet: boolean;
  readonly ambiguous: boolean;
  readonly mustNear: string[];
  readonly languages: readonly string[];
  readonly ignoreAuthors: ReadonlySet<string>;
  /** Null when nothing around a hit matters. */
  readonly around: Around | null;
}

export const bareHandle = (handle: string): string => handle.replace(/^@/, "").toLowerCase();

/** Makes one spelling of an entry ready; null where it holds no word, which packing leaves out. */
export function readyEntry(entry: KeywordEntry, spelling: number): ReadyEntry | null {
  const pattern = readPattern(spellings(entry)[spelling] ?? "");
  if (!pattern) return null;
  const { id, text, label, mustNear, leet = false, ambiguous = false, languages = [], ignoreAuthors = [] } = entry;
  return {
    ...{ id, text, pattern, mustNear, leet, ambiguous },
    languages: languages.flatMap((tag) => primaryLanguage(tag) ?? []),
    label: label ?? text,
    around: aroundOf(entry),
    ignoreAuthors: new Set(ignoreAuthors.map(bareHandle)),
  };
}

function aroundOf({ mustNear, mustNotNear, ignoreDomains = [], within = contextWords }: KeywordEntry): Around | null {
  if (mustNear.length + mustNotNear.length + ignoreDomains.length === 0) return null;
  const finder = new Finder();
  const numbers = (words: readonly string[]) => new Set(words.flatMap((word) => finder.add(word) ?? []));
  return { finder, near: numbers(mustNear), notNear: numbers(mustNotNear), nowhere: numbers(ignoreDomains), halfWords: 2 * within };
}
