import { FanswerError } from "../../schema/errors.ts";
import { type Fold, foldOf } from "./features.ts";
import { type KeyTable, openKeys } from "./key-table.ts";

/** What a head says: probabilities of its outputs, all of them or none ("exclusive") or each by itself. */
export interface HeadShape {
  readonly name: string;
  readonly outputs: readonly string[];
  readonly exclusive: boolean;
  /** Weight of one step of the stored weights. */
  readonly step: number;
  /** By output, then sign. */
  readonly signs: readonly number[];
  /** A score x of an output is read as slope * x + offset; offsets for a language or script stand by its name. */
  readonly slopes: readonly number[];
  readonly offsets: Readonly<Record<string, readonly number[]>>;
}

interface FamilyShape {
  readonly name: string;
  readonly keys: number;
  readonly gapBytes: number;
  readonly hasList: boolean;
  readonly heads: readonly HeadShape[];
}

export interface Head extends HeadShape {
  /** For each output a weight for each key. */
  readonly weights: readonly Int8Array[];
}

export interface Family {
  readonly keys: KeyTable;
  /** A word list's valence for each key, -127..127; empty when the family has no list. */
  readonly list: Int8Array;
  readonly heads: ReadonlyMap<string, Head>;
}

export interface TriageModel {
  readonly fold: Fold;
  /** Opened on first use; null when there is none of that name. */
  family(name: string): Family | null;
}

export interface Header {
  /** Letters to be read as others, in pairs. */
  readonly fold: string;
  readonly families: readonly FamilyShape[];
}

export const magic = 0x4d544e46;
export const assetVersion = 2;
/** Magic, version, checksum of all that follows, length of the header. */
export const prefixBytes = 16;

/** FNV-1a over bytes. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}

/** Reads a model asset; throws `malformed` when it is not whole, not one, or of another version. */
export function readTriageModel(bytes: Uint8Array): TriageModel {
  if (bytes.length < prefixBytes) throw new FanswerError("malformed", "triage model: too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw new FanswerError("malformed", "triage model: not a model");
  if (view.getUint32(4, true) !== assetVersion) throw new FanswerError("malformed", "triage model: another version");
  if (view.getUint32(8, true) !== checksum(bytes.subarray(12))) throw new FanswerError("malformed", "triage model: damaged");
  const bodyFrom = prefixBytes + view.getUint32(12, true);
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(prefixBytes, bodyFrom))) as Header;
  const opened = new Map<string, Family>();
  return {
    fold: foldOf(header.fold),
    family(name) {
      const known = opened.get(name) ?? openFamily(header, name, bytes.subarray(bodyFrom));
      if (known) opened.set(name, known);
      return known;
    },
  };
}

function sizeOf({ keys, gapBytes, hasList, heads }: FamilyShape): number {
  return gapBytes + keys * (Number(hasList) + heads.reduce((sum, { outputs }) => sum + outputs.length, 0));
}

function openFamily({ families }: Header, name: string, body: Uint8Array): Family | null {
  const place = families.findIndex((family) => family.name === name);
  const shape = families[place];
  if (!shape) return null;
  let at = families.slice(0, place).reduce((sum, family) => sum + sizeOf(family), 0);
  const take = (size: number) => {
    at += size;
    return body.subarray(at - size, at);
  };
  const signed = (part: Uint8Array) => new Int8Array(part.buffer, part.byteOffset, part.length);
  return {
    keys: openKeys(take(shape.gapBytes)),
    list: shape.hasList ? signed(take(shape.keys)) : new Int8Array(0),
    heads: new Map(shape.heads.map((head) => [head.name, { ...head, weights: head.outputs.map(() => signed(take(shape.keys))) }])),
  };
}
