import { findCues, tablesFor } from "../../lib/triage/cues.ts";
import { Features, type Fold, keyBits, readPieces, wordFeatures, wordKey } from "../../lib/triage/model/features.ts";
import { type KeyTable, keyTable } from "../../lib/triage/model/key-table.ts";
import { readList, weightEach } from "../../lib/triage/model/reading.ts";
import { readSigns, signAt, signCount } from "../../lib/triage/model/signs.ts";
import { moodOf } from "../../lib/triage/mood.ts";
import { scoresOf } from "../../lib/triage/scores.ts";
import { readTokens } from "../../lib/triage/tokens.ts";
import type { FamilyRecipe } from "./recipe.ts";

/** Texts as a family's heads see them. */
export interface HeadCorpus {
  /** Keys that any of the heads may weigh, ascending; a post's places point into them. */
  readonly keys: Int32Array;
  /** In how many posts each key was seen. */
  readonly counts: Uint16Array;
  readonly list: Int8Array;
  readonly places: readonly Int32Array[];
  /** Where in a post's places the pieces begin. */
  readonly pieces: Int32Array;
  readonly wordValues: Float32Array;
  readonly pieceValues: Float32Array;
  readonly signs: readonly Float64Array[];
}

/** A key must be seen in so many posts. */
const fewestPosts = 2;

/** Reads texts; `learnt` are those whose keys are kept. */
export function readCorpus(
  { tables: language, usesWords }: FamilyRecipe,
  texts: readonly string[],
  learnt: readonly boolean[],
  listed: ReadonlyMap<string, number>,
  fold: Fold,
): HeadCorpus {
  const tables = language ? tablesFor(language) : [];
  const counts = new Uint16Array(2 ** keyBits);
  const lastSeen = new Int32Array(2 ** keyBits).fill(-1);
  const [words, pieces] = [new Features(), new Features()];
  const size = texts.length;
  const corpus = {
    pieces: new Int32Array(size),
    wordValues: new Float32Array(size),
    pieceValues: new Float32Array(size),
    signs: [] as Float64Array[],
  };
  const all: Int32Array[] = [];
  const listKeys = new Map([...listed].map(([word, value]) => [wordKey(word), Math.round(value * 127)]));
  const whole = wholeList(listKeys);
  for (const [at, text] of texts.entries()) {
    const tokens = readTokens(text);
    if (usesWords) wordFeatures(tokens, tables, fold, words);
    readPieces(tokens, pieces);
    const keys = new Int32Array(words.size + pieces.size);
    keys.set(words.keys.subarray(0, words.size));
    keys.set(pieces.keys.subarray(0, pieces.size), words.size);
    all.push(keys);
    corpus.pieces[at] = words.size;
    corpus.wordValues[at] = weightEach("words", words.size);
    corpus.pieceValues[at] = weightEach("pieces", pieces.size);
    if (usesWords) {
      const read = tokens.filter(({ kind }) => kind !== "silent");
      const cues = findCues(read, tables);
      const mood = moodOf(read, cues, tables);
      const signs = readSigns(tokens, mood, scoresOf(text, read, cues, tables, mood));
      readList({ ...whole, heads: new Map() }, tokens, tables, signs);
      corpus.signs.push(signs);
    } else {
      const signs = new Float64Array(signCount);
      signs[signAt.always] = 1;
      corpus.signs.push(signs);
    }
    if (!learnt[at]) continue;
    for (const key of keys) {
      if (lastSeen[key] === at) continue;
      lastSeen[key] = at;
      counts[key] = Math.min(65_535, (counts[key] ?? 0) + 1);
    }
  }
  const kept: number[] = [];
  const placeOf = new Int32Array(2 ** keyBits).fill(-1);
  for (let key = 0; key < counts.length; key++) {
    if ((counts[key] ?? 0) < fewestPosts && !listKeys.has(key)) continue;
    placeOf[key] = kept.length;
    kept.push(key);
  }
  const places = all.map((keys, at) => {
    const known = keys.map((key) => placeOf[key] ?? -1);
    const ofWords = known.subarray(0, corpus.pieces[at]).filter((place) => place >= 0);
    corpus.pieces[at] = ofWords.length;
    return known.filter((place) => place >= 0);
  });
  return {
    ...corpus,
    places,
    counts: Uint16Array.from(kept, (key) => counts[key] ?? 0),
    keys: Int32Array.from(kept),
    list: Int8Array.from(kept, (key) => listKeys.get(key) ?? 0),
  };
}

/** The list as a family has it, for reading it alone. */
function wholeList(values: ReadonlyMap<number, number>): { keys: KeyTable; list: Int8Array } {
  const sorted = [...values].sort(([a], [b]) => a - b);
  return { keys: keyTable(sorted.map(([key]) => key)), list: Int8Array.from(sorted, ([, value]) => value) };
}
