import type { Hit } from "../../schema/keywords.ts";
import { type Pattern, patternForm, readPattern } from "../letters/pattern.ts";
import type { Word } from "../letters/words.ts";

/** A keyword found: which (its number in the finder), where, by which words. */
export interface Finding {
  readonly keyword: number;
  readonly start: number;
  readonly end: number;
  readonly form: Hit["form"];
  readonly first: Word;
  readonly last: Word;
}

/** Letters that Hebrew writes onto the front of a word: and, the, in, to, from, that, as. */
const hebrewPrefix = /^[והבלמשכ]{1,2}/;
/** What counts towards a reading's length: letters and digits, but no vowel points. */
const letter = /[\p{L}\p{Nd}_]/gu;
const shortestStem = 2;

/** The word itself and, in Hebrew, what is left of it without one or two prefixes. */
export function readings(word: Word, text: string): Word[] {
  const prefixes = word.kind === "hebrew" ? (hebrewPrefix.exec(word.coarse)?.[0].length ?? 0) : 0;
  const all = [word];
  for (let cut = 1; cut <= prefixes && word.coarse.length - cut >= shortestStem; cut++) {
    const letters = [...text.slice(word.start, word.end).matchAll(letter)];
    const start = word.start + (letters[cut]?.index ?? 0);
    all.push({ ...word, fine: word.fine.slice(cut), coarse: word.coarse.slice(cut), start });
  }
  return all;
}

/** Many keywords, looked for at once: by their first word, or by the beginning of it. */
export class Finder {
  readonly #patterns: Pattern[] = [];
  readonly #numbers = new Map<string, number>();
  readonly #byWord = new Map<string, number[]>();
  readonly #byBeginning = new Map<string, number[]>();
  readonly #beginnings = new Set<number>();

  /** Adds a keyword and gives its number, the same for the same text; null when there is no word in it. */
  add(keyword: string): number | null {
    const known = this.#numbers.get(keyword);
    if (known !== undefined) return known;
    const pattern = readPattern(keyword);
    const first = pattern?.words[0]?.coarse;
    if (!pattern || first === undefined) return null;
    const number = this.#patterns.push(pattern) - 1;
    this.#numbers.set(keyword, number);
    const begins = pattern.prefix && pattern.words.length === 1;
    if (begins) this.#beginnings.add(first.length);
    const table = begins ? this.#byBeginning : this.#byWord;
    const row = table.get(first);
    if (row) row.push(number);
    else table.set(first, [number]);
    return number;
  }

  /** Everything found among the words of a text, in their order. */
  find(text: string, words: readonly Word[]): Finding[] {
    const found: Finding[] = [];
    for (const [at, word] of words.entries()) {
      for (const first of readings(word, text)) {
        for (const keyword of this.#candidates(first.coarse)) {
          const pattern = this.#patterns[keyword];
          const last = words[at + (pattern?.words.length ?? 1) - 1];
          const form = pattern && last && patternForm(pattern, text, words, at, first);
          if (!form) continue;
          found.push({ keyword, start: first.start - pattern.head.length, end: last.end + pattern.tail.length, form, first, last });
        }
      }
    }
    return found;
  }

  *#candidates(coarse: string): Generator<number> {
    yield* this.#byWord.get(coarse) ?? [];
    for (const length of this.#beginnings) if (length <= coarse.length) yield* this.#byBeginning.get(coarse.slice(0, length)) ?? [];
  }
}
