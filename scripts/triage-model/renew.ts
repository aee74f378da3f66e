import { tablesFor } from "../../lib/triage/cues.ts";
import { type Family, type Header, prefixBytes } from "../../lib/triage/model/asset.ts";
import { Features, type Fold, readPieces, wordFeatures } from "../../lib/triage/model/features.ts";
import { asSign, lookUp, scoresOfHead } from "../../lib/triage/model/reading.ts";
import { signAt } from "../../lib/triage/model/signs.ts";
import { readTokens } from "../../lib/triage/tokens.ts";
import { type HeadCorpus, readCorpus } from "./corpus.ts";
import type { Data } from "./data.ts";
import { gatherTexts, type LearntFamily, learnHead, withoutLinks } from "./family.ts";
import { gapsOf, type Part, packParts, shapeOf } from "./pack.ts";
import type { FamilyRecipe } from "./recipe.ts";

/** A family as it stands in an asset: a column of stored weights for each output, and one for the list if there is one. */
interface Stored {
  readonly shape: Header["families"][number];
  readonly keys: readonly number[];
  readonly list: Int8Array | null;
  readonly columns: ReadonlyMap<string, readonly Int8Array[]>;
}

function keysOf(gaps: Uint8Array): number[] {
  const keys: number[] = [];
  let key = -1;
  for (let at = 0; at < gaps.length; ) {
    let [gap, shift, byte] = [0, 0, 0x80];
    for (; byte >= 0x80; shift += 7) {
      byte = gaps[at++] ?? 0;
      gap |= (byte & 0x7f) << shift;
    }
    key += gap;
    keys.push(key);
  }
  return keys;
}

/** The families of an asset that `readTriageModel` has accepted. */
export function storedFamilies(bytes: Uint8Array): { readonly fold: string; readonly families: readonly Stored[] } {
  const bodyFrom = prefixBytes + new DataView(bytes.buffer, bytes.byteOffset).getUint32(12, true);
  const { fold, families } = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixBytes, bodyFrom))) as Header;
  let at = bodyFrom;
  const take = (size: number) => {
    at += size;
    return bytes.subarray(at - size, at);
  };
  const column = (size: number) => Int8Array.from(new Int8Array(bytes.buffer, bytes.byteOffset + at, take(size).length));
  return {
    fold,
    families: families.map((shape) => {
      const keys = keysOf(take(shape.gapBytes));
      const list = shape.hasList ? column(shape.keys) : null;
      const columns = new Map(shape.heads.map(({ name, outputs }) => [name, outputs.map(() => column(shape.keys))]));
      return { shape, keys, list, columns };
    }),
  };
}

/** Puts what the heads that stay say of every post among its signs, as the family's reader does. */
function feedFrom(
  family: Family,
  { heads, tables: language }: FamilyRecipe,
  texts: readonly string[],
  corpus: HeadCorpus,
  fold: Fold,
): void {
  const tables = tablesFor(language);
  const [words, pieces] = [new Features(), new Features()];
  for (const [at, text] of texts.entries()) {
    const tokens = readTokens(text);
    wordFeatures(tokens, tables, fold, words);
    readPieces(tokens, pieces);
    const known = lookUp(family, words, pieces);
    const signs = corpus.signs[at] ?? new Float64Array(0);
    for (const { name, feeds = [] } of heads) {
      const head = family.heads.get(name);
      if (feeds.length === 0 || !head) continue;
      const scores = scoresOfHead(head, known, signs);
      for (const [output, sign] of feeds.entries()) signs[signAt[sign]] = asSign(scores[output] ?? 0);
    }
  }
}

/** Learns some heads of a family anew; the others stay as they are. */
export function relearn(recipe: FamilyRecipe, names: ReadonlySet<string>, family: Family, data: Data, fold: Fold): LearntFamily {
  const { texts, learnt, lessons } = gatherTexts({ ...recipe, heads: recipe.heads.filter(({ name }) => names.has(name)) }, data);
  const corpus = withoutLinks(readCorpus(recipe, texts, learnt, recipe.list(data), fold));
  feedFrom(family, recipe, texts, corpus, fold);
  return { recipe, corpus, heads: [...lessons].map(([head, own]) => learnHead(corpus, head, own)), lessons };
}

function renewFamily({ shape, keys, list, columns }: Stored, { corpus, heads }: LearntFamily): Part {
  const fresh = new Map(heads.map((head) => [head.recipe.name, head]));
  const at = new Map(keys.map((key, place) => [key, place]));
  const atNew = new Map([...corpus.keys].map((key, place) => [key, place]));
  const column = (name: string, output: number) => {
    const head = fresh.get(name);
    const stored = columns.get(name)?.[output];
    if (!head) return (key: number) => stored?.[at.get(key) ?? -1] ?? 0;
    const outputs = head.recipe.outputs.length;
    return (key: number) => Math.round((head.weights.ofKeys[(atNew.get(key) ?? -1) * outputs + output] ?? 0) / head.step);
  };
  const all = shape.heads.flatMap(({ name, outputs }) => outputs.map((_, output) => column(name, output)));
  const listed = (key: number) => list?.[at.get(key) ?? -1] ?? 0;
  const used = [...new Set([...keys, ...corpus.keys])].sort((a, b) => a - b).filter((key) => [listed, ...all].some((of) => of(key) !== 0));
  const gaps = Uint8Array.from(gapsOf(used));
  const shapes = shape.heads.map((head) => {
    const learnt = fresh.get(head.name);
    return learnt ? shapeOf(learnt) : head;
  });
  return {
    shape: { ...shape, keys: used.length, gapBytes: gaps.length, heads: shapes },
    bytes: [gaps, ...[...(list ? [listed] : []), ...all].map((of) => new Uint8Array(Int8Array.from(used, of).buffer))],
  };
}

/** The asset with the heads learnt anew in the families that are named; all else as it was. */
export function renewModel(bytes: Uint8Array, renewed: ReadonlyMap<string, LearntFamily>): Uint8Array {
  const { fold, families } = storedFamilies(bytes);
  const asStored = ({ shape, keys, list, columns }: Stored): Part => ({
    shape,
    bytes: [
      Uint8Array.from(gapsOf(keys)),
      ...[...(list ? [list] : []), ...[...columns.values()].flat()].map((each) => new Uint8Array(each.buffer)),
    ],
  });
  return packParts(
    families.map((stored) => {
      const learnt = renewed.get(stored.shape.name);
      return learnt ? renewFamily(stored, learnt) : asStored(stored);
    }),
    fold,
  );
}
