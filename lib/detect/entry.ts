import { contextWords } from "../schema/limits.ts";
import { Finder } from "./finder.ts";
import { type Pattern, readPattern } from "./pattern.ts";
import type { SpelledEntry } from "./row.ts";

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

/** An entry made ready, when its root is first met. */
export interface ReadyEntry {
  readonly id: string;
  readonly text: string;
  readonly label: string;
  readonly pattern: Pattern;
  /** The spelling in small letters. */
  readonly low: string;
  readonly leet: boolean;
  readonly ambiguous: boolean;
  readonly mustNear: string[];
  readonly languages: readonly string[];
  readonly ignoreAuthors: ReadonlySet<string>;
  /** Null when nothing around a hit matters. */
  readonly around: Around | null;
}

export const bareHandle = (handle: string): string => handle.replace(/^@/, "").toLowerCase();

/** Makes an entry of a packed list ready. Throws `RangeError` where it holds no word, which packing refuses. */
export function readyEntry(json: string): ReadyEntry {
  const entry: SpelledEntry = JSON.parse(json);
  const { id, spelling, text = spelling } = entry;
  const pattern = readPattern(spelling);
  if (!pattern) throw new RangeError("a packed keyword without a word");
  const around = aroundOf(entry);
  return {
    id,
    text,
    pattern,
    low: spelling.trim().toLowerCase(),
    around,
    label: entry.label ?? text,
    leet: entry.leet ?? false,
    ambiguous: entry.ambiguous ?? false,
    mustNear: entry.mustNear ?? [],
    languages: entry.languages ?? [],
    ignoreAuthors: new Set(entry.ignoreAuthors?.map(bareHandle)),
  };
}

function aroundOf({ mustNear = [], mustNotNear = [], ignoreDomains = [], within = contextWords }: SpelledEntry): Around | null {
  if (mustNear.length + mustNotNear.length + ignoreDomains.length === 0) return null;
  const finder = new Finder();
  const numbers = (words: readonly string[]) => new Set(words.flatMap((word) => finder.add(word) ?? []));
  return { finder, near: numbers(mustNear), notNear: numbers(mustNotNear), nowhere: numbers(ignoreDomains), halfWords: 2 * within };
}
