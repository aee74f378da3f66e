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
  /** The text in small letters, where that alone tells a hit: one word of letters, or characters side by side, and nothing else asked. */
  readonly plain: string | null;
  /** Such characters: the root is only the first of them, and what follows them is no matter, unless it is a mark. */
  readonly isRun: boolean;
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
  const { id: _id, spelling: _spelling, label: _label, weight: _weight, ...asked } = entry;
  return {
    id,
    text,
    pattern,
    plain: Object.keys(asked).length === 0 ? plainText(pattern, spelling) : null,
    isRun: pattern.words[0]?.kind === "single",
    around,
    label: entry.label ?? text,
    leet: entry.leet ?? false,
    ambiguous: entry.ambiguous ?? false,
    mustNear: entry.mustNear ?? [],
    languages: entry.languages ?? [],
    ignoreAuthors: new Set(entry.ignoreAuthors?.map(bareHandle)),
  };
}

function plainText({ words, gaps, kind, prefix, head, tail }: Pattern, spelling: string): string | null {
  const low = spelling.trim().toLowerCase();
  const isBare = kind === "plain" && !prefix && head + tail + gaps.map((gap) => gap.text).join("") === "";
  const isOne = words.length === 1 && words[0]?.kind === "letter";
  const isRun = words.every((word) => word.kind === "single");
  return isBare && (isOne || isRun) && words.map((word) => word.fine).join("") === low ? low : null;
}

function aroundOf({ mustNear = [], mustNotNear = [], ignoreDomains = [], within = contextWords }: SpelledEntry): Around | null {
  if (mustNear.length + mustNotNear.length + ignoreDomains.length === 0) return null;
  const finder = new Finder();
  const numbers = (words: readonly string[]) => new Set(words.flatMap((word) => finder.add(word) ?? []));
  return { finder, near: numbers(mustNear), notNear: numbers(mustNotNear), nowhere: numbers(ignoreDomains), halfWords: 2 * within };
}
