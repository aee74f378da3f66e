import { assetVersion, checksum, type Header, type HeadShape, magic, prefixBytes } from "../../lib/triage/model/asset.ts";
import { signCount } from "../../lib/triage/model/signs.ts";
import type { LearntFamily, LearntHead } from "./family.ts";

const digits = 5;
/** What is smaller is what rounding leaves of nothing, and differs with the order of adding. */
const nothing = 1e-9;
const short = (value: number): number => (Math.abs(value) < nothing ? 0 : Number(value.toPrecision(digits)));

export function shapeOf({ recipe, weights, step, calibration }: LearntHead): HeadShape {
  const { name, outputs, exclusive } = recipe;
  const signs = outputs.flatMap((_, output) =>
    Array.from({ length: signCount }, (_sign, sign) => short(weights.ofSigns[sign * outputs.length + output] ?? 0)),
  );
  const offsets = Object.fromEntries(Object.entries(calibration.offsets).map(([variant, values]) => [variant, values.map(short)]));
  return { name, outputs, exclusive, step: short(step), signs, slopes: calibration.slopes.map(short), offsets };
}

/** Ascending numbers as their gaps, in groups of seven bits. */
export function gapsOf(keys: readonly number[]): number[] {
  const bytes: number[] = [];
  let before = -1;
  for (const key of keys) {
    let gap = key - before;
    before = key;
    for (; gap >= 0x80; gap >>>= 7) bytes.push((gap & 0x7f) | 0x80);
    bytes.push(gap);
  }
  return bytes;
}

export interface Part {
  readonly shape: Header["families"][number];
  readonly bytes: readonly Uint8Array[];
}

function packFamily({ recipe, corpus, heads }: LearntFamily): Part {
  const isUsed = (place: number) =>
    corpus.list[place] !== 0 ||
    heads.some(({ recipe: { outputs }, weights }) => outputs.some((_, output) => weights.ofKeys[place * outputs.length + output] !== 0));
  const places = [...corpus.keys.keys()].filter(isUsed);
  const gaps = Uint8Array.from(gapsOf(places.map((place) => corpus.keys[place] ?? 0)));
  const hasList = corpus.list.some((value) => value !== 0);
  const columns = heads.flatMap(({ recipe: { outputs }, weights, step }) =>
    outputs.map((_, output) =>
      Int8Array.from(places, (place) => Math.round((weights.ofKeys[place * outputs.length + output] ?? 0) / step)),
    ),
  );
  const list = hasList ? [Int8Array.from(places, (place) => corpus.list[place] ?? 0)] : [];
  return {
    shape: { name: recipe.name, keys: places.length, gapBytes: gaps.length, hasList, heads: heads.map(shapeOf) },
    bytes: [gaps, ...[...list, ...columns].map((column) => new Uint8Array(column.buffer))],
  };
}

/** The asset's bytes, as `readTriageModel` reads them; the same for the same families. */
export function packModel(families: readonly LearntFamily[], fold: string): Uint8Array {
  return packParts(families.map(packFamily), fold);
}

export function packParts(parts: readonly Part[], fold: string): Uint8Array {
  const header = new TextEncoder().encode(JSON.stringify({ fold, families: parts.map(({ shape }) => shape) } satisfies Header));
  const body = parts.flatMap(({ bytes }) => bytes);
  const asset = new Uint8Array(prefixBytes + header.length + body.reduce((sum, { length }) => sum + length, 0));
  const view = new DataView(asset.buffer);
  asset.set(header, prefixBytes);
  let at = prefixBytes + header.length;
  for (const part of body) {
    asset.set(part, at);
    at += part.length;
  }
  view.setUint32(0, magic, true);
  view.setUint32(4, assetVersion, true);
  view.setUint32(12, header.length, true);
  view.setUint32(8, checksum(asset.subarray(12)), true);
  return asset;
}
