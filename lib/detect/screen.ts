import { type SignKind, signOf } from "./signs.ts";

const order: readonly SignKind[] = ["none", "ignored", "mark", "joiner", "letter", "katakana", "hebrew", "single"];
const none = 1;
const ignored = 2;
const joiner = 4;
const hebrew = 7;
const single = 8;
/** Needs a closer look: half of a surrogate pair, a mark, a letter that becomes several. */
const closer = 9;

/** Kind and coarse form of each UTF-16 unit, filled in when first met; 0 is a unit not met yet. */
const kinds = new Uint8Array(0x10000);
const coarse = new Uint16Array(0x10000);

function learn(unit: number): number {
  const sign = signOf(unit);
  const isWhole =
    (unit & 0xf800) !== 0xd800 && sign.kind !== "mark" && (sign.coarse.length === 1 || sign.kind === "none" || sign.kind === "ignored");
  coarse[unit] = sign.coarse.charCodeAt(0);
  kinds[unit] = isWhole ? order.indexOf(sign.kind) + 1 : closer;
  return kinds[unit] ?? closer;
}

/** FNV-1a, 32 bits, a UTF-16 unit at a time. */
const seed = 0x811c9dc5 | 0;
const mix = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193);

function hashOf(word: string): number {
  let hash = seed;
  for (let at = 0; at < word.length; at++) hash = mix(hash, word.charCodeAt(at));
  return hash;
}

/** A set of hashes, open addressing, at most a quarter full. */
class HashSet {
  readonly #slots: Int32Array;

  constructor(words: readonly string[]) {
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(4 * words.length + 4)));
    for (const word of words) this.#slots[this.#slotOf(hashOf(word))] = hashOf(word);
  }

  #slotOf(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  has(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] === hash;
  }
}

/** Says of most texts that no keyword is in them, without reading their words: `mayHold` is false only when that is sure. */
export class Screen {
  readonly #words: HashSet;
  readonly #beginnings: HashSet | null;

  /** `words`: the first words of the keywords, coarse; `beginnings`: those that may go on. */
  constructor(words: readonly string[], beginnings: readonly string[]) {
    this.#words = new HashSet(words);
    this.#beginnings = beginnings.length > 0 ? new HashSet(beginnings) : null;
  }

  mayHold(text: string): boolean {
    let hash = seed;
    let kind = none;
    let start = 0;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      let next = kinds[unit] || learn(unit);
      if (next === ignored) continue;
      if (next === closer) {
        const sign = signOf(text.codePointAt(at) ?? 0);
        if (sign.kind !== "none") return true;
        next = none;
      }
      const goesOn =
        kind !== none && kind !== single && next !== none && (next === kind || next === joiner || (kind === joiner && next !== single));
      if (goesOn) {
        if (next !== joiner) kind = next;
      } else {
        if (kind !== none && this.#isKnown(hash, kind, text, start, at)) return true;
        hash = seed;
        kind = next;
        start = at;
      }
      if (next !== none) {
        hash = mix(hash, coarse[unit] ?? 0);
        if (this.#beginnings?.has(hash)) return true;
      }
    }
    return kind !== none && this.#isKnown(hash, kind, text, start, text.length);
  }

  #isKnown(hash: number, kind: number, text: string, start: number, end: number): boolean {
    return (
      this.#words.has(hash) || (kind === hebrew && (this.#isKnownWithout(1, text, start, end) || this.#isKnownWithout(2, text, start, end)))
    );
  }

  /** The same for a Hebrew word without its first letters. */
  #isKnownWithout(letters: number, text: string, start: number, end: number): boolean {
    let hash = seed;
    let left = letters;
    for (let at = start; at < end; at++) {
      const unit = text.charCodeAt(at);
      if (kinds[unit] === ignored || left-- > 0) continue;
      hash = mix(hash, coarse[unit] ?? 0);
      if (this.#beginnings?.has(hash)) return true;
    }
    return this.#words.has(hash);
  }
}
