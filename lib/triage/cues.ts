import { remembered } from "./remembered.ts";
import { type CueWeights, longestCue, type Table, tableOf } from "./tables.ts";
import { together } from "./together.ts";
import type { Token } from "./tokens.ts";
import type { CueScore } from "./words/table.ts";

/** Something in a post that speaks for scores. */
export interface Cue {
  readonly weights: CueWeights;
  /** As it is written in the post. */
  readonly words: string;
  /** The tokens it takes, end exclusive. */
  readonly from: number;
  readonly to: number;
}

/** Tables for a language: its own, English (which is mixed into all), and the shared one. An unknown language has the shared one only. */
export function tablesFor(language: string): Table[] {
  const own = tableOf(language);
  const names = own ? [...new Set([language, "en", "shared"])] : ["shared"];
  return names.flatMap((name) => tableOf(name) ?? []);
}

const shortestStem = 3;

/** A word as it is, with drawn-out letters once, without an ending, without a beginning. */
function variants(key: string, { endings, beginnings }: Table): string[] {
  const once = key.replace(/(\p{L})\1/gu, "$1");
  const stems = endings.filter((ending) => key.endsWith(ending) && key.length - ending.length >= shortestStem);
  const prefixed = key.length > shortestStem && beginnings.includes(key.charAt(0));
  return [key, once, ...stems.map((ending) => key.slice(0, -ending.length)), ...(prefixed ? [key.slice(1)] : [])];
}

const singles = new WeakMap<Table, (key: string) => CueWeights | null>();

/** What a table says of a single word, also of one with an ending. */
function ofWord(table: Table, key: string): CueWeights | null {
  let read = singles.get(table);
  if (!read) {
    read = remembered((word) => {
      for (const variant of variants(word, table)) {
        const weights = table.cues.get(variant);
        if (weights) return weights;
      }
      return null;
    });
    singles.set(table, read);
  }
  return read(key);
}

function weightsOf(tokens: readonly Token[], from: number, to: number, tables: readonly Table[]): CueWeights | null {
  const isSingle = to - from === 1;
  let key = tokens[from]?.key ?? "";
  for (let at = from + 1; at < to; at++) key += ` ${tokens[at]?.key}`;
  for (const table of tables) {
    const weights = isSingle ? ofWord(table, key) : (table.cues.get(key) ?? null);
    if (weights) return weights;
  }
  return null;
}

/** The longest cue that begins at `from` and ends before or at `end`; null when there is none. */
function cueAt(tokens: readonly Token[], from: number, end: number, tables: readonly Table[]): Cue | null {
  const first = tokens[from]?.key ?? "";
  const longest = tables.reduce((most, { phrases }) => Math.max(most, phrases.get(first) ?? 1), 1);
  for (let to = Math.min(end, from + longest); to > from; to--) {
    const weights = weightsOf(tokens, from, to, tables);
    if (!weights) continue;
    const shown = tokens.slice(from, to).map((token) => token.shown);
    return { weights, words: shown.join(/\p{sc=Han}/u.test(shown[0] ?? "") ? "" : " "), from, to };
  }
  return null;
}

/** Without the scores of which a longer cue around it has spoken already. */
function without(weights: CueWeights, spoken: CueWeights): CueWeights {
  return Object.fromEntries(Object.entries(weights).filter(([score]) => !Object.hasOwn(spoken, score)));
}

/** The cues of a post in order. Of cues within one another the longest speaks, the shorter ones for what it leaves open. */
export function findCues(tokens: readonly Token[], tables: readonly Table[]): Cue[] {
  const cues: Cue[] = [];
  const collect = (start: number, end: number, longest: number, spoken: CueWeights) => {
    for (let from = start; from < end; ) {
      const cue = cueAt(tokens, from, Math.min(end, from + longest), tables);
      if (cue) {
        const weights = without(cue.weights, spoken);
        if (Object.keys(weights).length > 0) cues.push({ ...cue, weights });
        if (cue.to - from > 1) collect(from, cue.to, cue.to - from - 1, { ...spoken, ...cue.weights });
      }
      from = cue?.to ?? from + 1;
    }
  };
  collect(0, tokens.length, longestCue, {});
  return cues;
}

/** What the cues of one score say, 0..1, and the words that said it. */
export function sumUp(cues: readonly Cue[], score: CueScore): { value: number; words: string[] } {
  const speaking = cues.filter((cue) => (cue.weights[score] ?? 0) > 0);
  const heard = new Map(speaking.map((cue) => [cue.words.toLowerCase(), cue]));
  return {
    value: together(...[...heard.values()].map((cue) => cue.weights[score] ?? 0)),
    words: [...heard.values()].map((cue) => cue.words),
  };
}
