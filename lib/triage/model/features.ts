import { isNegated } from "../mood.ts";
import type { Table } from "../tables.ts";
import type { Token } from "../tokens.ts";

export const keyBits = 22;
const mostFeatures = 8192;
/** A power of two above `mostFeatures`, so that a free place is near. */
const places = 4 * mostFeatures;

/** Features of a post: distinct keys of `keyBits` bits, and the token that each first comes from. What is said again counts once. */
export class Features {
  readonly keys = new Int32Array(mostFeatures);
  readonly tokens = new Int16Array(mostFeatures);
  size = 0;
  /** Hash table with open addressing: where in `keys` a key stands, and for which post that holds. */
  readonly #at = new Int16Array(places);
  readonly #post = new Int32Array(places);
  #posts = 0;

  clear(): void {
    this.size = 0;
    this.#posts++;
  }

  add(key: number, token: number): void {
    if (this.size >= mostFeatures) return;
    let place = key & (places - 1);
    while (this.#post[place] === this.#posts) {
      if (this.keys[this.#at[place] ?? 0] === key) return;
      place = (place + 1) & (places - 1);
    }
    this.#post[place] = this.#posts;
    this.#at[place] = this.size;
    this.keys[this.size] = key;
    this.tokens[this.size++] = token;
  }
}

const mostTokens = 600;
const longestPiece = 5;
const longestWord = 24;
const prime = 0x01000193;
const salts = { word: 1, turned: 2, pair: 3, triple: 4, piece: 5, first: 6, last: 7 } as const;

/** Bits well mixed, the highest ones as the key. */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return (mixed ^ (mixed >>> 15)) >>> (32 - keyBits);
}

const salted = (hash: number, salt: number): number => mix(Math.imul(hash ^ salt, prime));

const digits = /[0-9]+/g;
/** Every number counts as the same. */
const folded = (word: string): string => (/[0-9]/.test(word) ? word.replace(digits, "0") : word);

/** FNV-1a over UTF-16 units. */
function hashWord(spelt: string): number {
  const word = folded(spelt);
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  return hash;
}

/** Key of a single word, as word lists have it. */
export function wordKey(word: string): number {
  return salted(hashWord(word), salts.word);
}

/** Letters of one script written as those of another that mean the same. */
export type Fold = ReadonlyMap<string, string>;

/** A fold of letters in pairs: each is read as the next. */
export function foldOf(pairs: string): Fold {
  const letters = [...pairs];
  return new Map(letters.flatMap((letter, at) => (at % 2 === 0 ? [[letter, letters[at + 1] ?? letter] as const] : [])));
}

/** A link or a handle is a sign (`readSigns`) and no word: a post is as angry with a link below it as without. */
const speaks = ({ kind }: Token): boolean => kind !== "silent";

/** Words, pairs and triples of them, the first and the last; words that a negator turns stand apart. */
export function wordFeatures(tokens: readonly Token[], tables: readonly Table[], fold: Fold, into: Features): void {
  const count = Math.min(tokens.length, mostTokens);
  const [first, last] = [tokens.findIndex(speaks), tokens.findLastIndex(speaks)];
  let before = 1;
  let pairBefore = 1;
  into.clear();
  for (let at = 0; at < count; at++) {
    const token = tokens[at];
    if (!token || !speaks(token)) continue;
    const hash = hashWord(fold.get(token.key) ?? token.key);
    into.add(salted(hash, salts.word), at);
    if (at === first) into.add(salted(hash, salts.first), at);
    if (at === last) into.add(salted(hash, salts.last), at);
    if (token.kind === "word" && isNegated(tokens, at, tables)) into.add(salted(hash, salts.turned), at);
    const pair = Math.imul(before, 31) ^ hash;
    into.add(salted(pair, salts.pair), at);
    into.add(salted(Math.imul(pairBefore, 31) ^ hash, salts.triple), at);
    before = hash;
    pairBefore = pair;
  }
}

/** Pieces of 2 to 5 letters of every word, its edges counted as letters. */
export function readPieces(tokens: readonly Token[], into: Features): void {
  const count = Math.min(tokens.length, mostTokens);
  into.clear();
  for (let at = 0; at < count; at++) {
    const token = tokens[at];
    const word = token?.kind === "word" ? folded(token.key) : "";
    if (word.length > 1) addPieces(word, at, into);
  }
}

function addPieces(word: string, token: number, into: Features): void {
  const length = Math.min(word.length, longestWord);
  for (let start = -1; start < length; start++) {
    const stop = Math.min(length + 1, start + longestPiece);
    let hash: number = salts.piece;
    for (let at = start; at < stop; at++) {
      hash = Math.imul(hash ^ (at < 0 || at === length ? 32 : word.charCodeAt(at)), prime);
      if (at > start) into.add(mix(hash), token);
    }
  }
}
