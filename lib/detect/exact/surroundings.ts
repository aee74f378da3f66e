import { readWords, type Word } from "../letters/words.ts";
import type { Around } from "./entry.ts";
import type { Finding } from "./finder.ts";

/** The words of a text, read once and only when some entry asks what stands around its hit. */
export class Surroundings {
  readonly #text: string;
  readonly #found = new Map<Around, readonly Finding[]>();
  #words: readonly Word[] | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The words around the hit from `first` to `last` that speak for it, in the order of the text; null when they speak against it: one is missing,
   * or one is there that must not be.
   */
  context(around: Around, first: Word, last: Word): string[] | null {
    const found = this.#find(around);
    if (found.some((finding) => around.nowhere.has(finding.keyword))) return null;
    const from = this.#placeOf(first) - around.halfWords;
    const to = this.#placeOf(last) + around.halfWords;
    const near: string[] = [];
    for (let index = firstFrom(found, (finding) => finding.first.place >= from); index < found.length; index++) {
      const finding = found[index];
      if (!finding || finding.first.place > to) break;
      const isWithin = finding.start >= first.start && finding.end <= last.end;
      if (isWithin) continue;
      if (around.notNear.has(finding.keyword)) return null;
      if (around.near.has(finding.keyword)) near.push(this.#text.slice(finding.start, finding.end));
    }
    return around.near.size > 0 && near.length === 0 ? null : near;
  }

  #all(): readonly Word[] {
    this.#words ??= readWords(this.#text);
    return this.#words;
  }

  #find(around: Around): readonly Finding[] {
    const known = this.#found.get(around);
    if (known) return known;
    const found = around.finder.find(this.#text, this.#all());
    this.#found.set(around, found);
    return found;
  }

  /** The place of the text's word that ends where this one does, which was read by itself or without its prefix. */
  #placeOf({ end }: Word): number {
    const words = this.#all();
    return words[firstFrom(words, (word) => word.end >= end)]?.place ?? 0;
  }
}

/** The first index for which `isReached`, which stays true once it is; the length when there is none. */
function firstFrom<T>(list: readonly T[], isReached: (each: T) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const each = list[middle];
    if (each !== undefined && isReached(each)) high = middle;
    else low = middle + 1;
  }
  return low;
}
