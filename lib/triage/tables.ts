import { readTokens } from "./tokens.ts";
import { en } from "./words/en.ts";
import { hazardWords } from "./words/hazards.ts";
import { he } from "./words/he.ts";
import { id } from "./words/id.ts";
import { nb } from "./words/nb.ts";
import { reliefWords } from "./words/relief.ts";
import { shared } from "./words/shared.ts";
import { type CueRow, type CueScore, hazardCues, type WordTable } from "./words/table.ts";
import { vi } from "./words/vi.ts";
import { zh } from "./words/zh.ts";

export type CueWeights = { readonly [score in CueScore]?: number };

/** A word table made ready: cues by their tokens' keys, joined by spaces. */
export interface Table {
  readonly cues: ReadonlyMap<string, CueWeights>;
  /** First words of phrases, with the number of words of the longest one. */
  readonly phrases: ReadonlyMap<string, number>;
  readonly negators: ReadonlySet<string>;
  readonly boosters: ReadonlySet<string>;
  readonly turns: ReadonlySet<string>;
  readonly endings: readonly string[];
  readonly beginnings: string;
}

const scores: readonly CueScore[] = [
  ...hazardCues,
  "mood",
  "anger",
  "urgency",
  "technical",
  "complaint",
  "threat",
  "question",
  "request",
  "praise",
];

/** The most tokens that a cue may have. */
export const longestCue = 6;

function keyOf(cue: string): string {
  return readTokens(cue.replaceAll("_", " "))
    .map((token) => token.key)
    .join(" ");
}

/** Without the marks that are left out in haste; only phrases, since single syllables would become other words. */
function plainPhrase(key: string): string | null {
  const plain = key.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
  return key.includes(" ") && plain !== key ? plain : null;
}

/** Makes a word table ready. */
export function makeTable(words: WordTable): Table {
  const cues = new Map<string, CueWeights>();
  const phrases = new Map<string, number>();
  const add = (key: string, score: CueScore, weight: number) => {
    cues.set(key, { [score]: weight, ...cues.get(key) });
    const [first = "", ...rest] = key.split(" ");
    if (rest.length > 0) phrases.set(first, Math.max(phrases.get(first) ?? 0, rest.length + 1));
  };
  for (const score of scores) {
    for (const [weight, row] of words[score] ?? ([] as CueRow[])) {
      for (const cue of row.split(" ")) {
        const key = keyOf(cue);
        add(key, score, weight);
        const plain = plainPhrase(key);
        if (plain) add(plain, score, weight);
      }
    }
  }
  const set = (row: string) => new Set(row.split(" ").filter(Boolean));
  return {
    cues,
    phrases,
    negators: set(words.negators),
    boosters: set(words.boosters),
    turns: set(words.turns),
    endings: words.endings?.split(" ") ?? [],
    beginnings: words.beginnings ?? "",
  };
}

const sources: Readonly<Record<string, WordTable>> = { en, he, id, nb, vi, zh, shared };
/** With what speaks of danger, and praise by negation, which is a good mood too. */
function withCare(name: string, source: WordTable): WordTable {
  const relief = reliefWords[name];
  const praise: Partial<WordTable> = relief ? { relief: [[0.8, relief]], mood: [[2, relief], ...(source.mood ?? [])] } : {};
  return { ...source, ...hazardWords[name], ...praise };
}

const made = new Map<string, Table>();

/** The table of that name (a language or `shared`), made on first use; null when there is none. */
export function tableOf(name: string): Table | null {
  const source = sources[name];
  if (!source) return null;
  const table = made.get(name) ?? makeTable(withCare(name, source));
  made.set(name, table);
  return table;
}
